import { episodeAt } from '../../archive/lookUp.js';
import { gitHubFile } from '../../links/gitHubFile.js';
import { isNotePath } from '../../show/notePattern.js';
import { finish } from '../../text/steps.js';
import { linksOfArchive } from '../linksOfArchive.js';
import type { Rule } from '../rule.js';

const code = 'link.missing-note';
const link = (number: string): string => `https://github.com/ada/show/blob/master/episodes/${number}/README.md`;

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
      const file = gitHubFile(url);
      return file && isNotePath(show, file.path) ? [{ ...file, target }] : [];
    });
    if (asked.length === 0 || !archive) return [];
    const { ownRepositories } = finish(linksOfArchive(archive));
    return asked
      .filter((file) => ownRepositories.has(file.repository) && !episodeAt(archive, file.path) && file.path !== path)
      .map(({ path: file, target }) => ({
        code,
        span: target,
        message: `There is no note “${file}” in the show. Expected one that is there.`,
      }));
  },
};
