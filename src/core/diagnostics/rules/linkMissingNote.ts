import type { Archive } from '../../archive/archive.js';
import { episodeAt } from '../../archive/lookUp.js';
import { isNotePath } from '../../show/notePattern.js';
import { oncePer } from '../../text/oncePer.js';
import type { Rule } from '../rule.js';

const code = 'link.missing-note';
const link = (number: string): string => `https://github.com/ada/show/blob/master/episodes/${number}/README.md`;
const BLOB = /^https?:\/\/github\.com\/([^/]+\/[^/]+)\/(?:blob|tree)\/[^/]+\/([^?#]+)/i;

export const linkMissingNote: Rule = {
  code,
  looksAt: 'part',
  severity: 'warning',
  description: 'A GitHub link to a note of the show’s own repository that is not there.',
  examples: [
    {
      text: `- [last week](⟦${link('009')}⟧) [before](${link('001')})`,
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    {
      text: `- ⟦${link('099')}#notes⟧`,
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': `# One\n\n- ${link('001')}` },
    },
    {
      text: '- https://github.com/other/repo/blob/master/episodes/099/README.md',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': `# One\n\n- ${link('001')}` },
    },
    { text: `- ${link('099')}`, path: 'episodes/002/README.md', others: { 'episodes/001/README.md': '# One' } },
  ],
  check: ({ episode, archive, show, path }) => {
    const asked = episode.links.flatMap(({ url, target }) => {
      const [, repository = '', file = ''] = BLOB.exec(url) ?? [];
      return isNotePath(show, file) ? [{ repository, file, target }] : [];
    });
    if (asked.length === 0 || !archive) return [];
    const own = ownRepositories(archive);
    return asked
      .filter(({ repository, file }) => own.has(repository.toLowerCase()) && !episodeAt(archive, file) && file !== path)
      .map(({ file, target }) => ({
        code,
        span: target,
        message: `There is no note “${file}” in the show. Expected one that is there.`,
      }));
  },
};

/** Repositories that notes link to for a note that is here. */
const ownRepositories = oncePer((archive: Archive) => {
  const found = archive.episodes.flatMap(({ details }) =>
    details.links.flatMap((url) => {
      const [, repository = '', file = ''] = BLOB.exec(url) ?? [];
      return episodeAt(archive, file) ? [repository.toLowerCase()] : [];
    }),
  );
  return new Set(found);
});
