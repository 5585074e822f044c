import { formatNumber } from '../../show/show.js';
import { finish } from '../../text/steps.js';
import { linksOfArchive } from '../linksOfArchive.js';
import type { Rule } from '../rule.js';
import { newsOf } from '../webLinks.js';

const code = 'link.shared-earlier';
const week = (url: string): string => `# T\n\n## Week in Review\n\n- [news](${url})`;

export const linkSharedEarlier: Rule = {
  code,
  severity: 'hint',
  description: 'News of the week that an earlier episode’s week has shared already.',
  examples: [
    {
      text: week('⟦https://example.com/a⟧'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': week('https://example.com/a#top') },
    },
    {
      text: week('⟦http://www.example.com/a/⟧'),
      path: 'episodes/003/README.md',
      others: {
        'episodes/001/README.md': week('https://example.com/a'),
        'episodes/002/README.md': week('https://example.com/b'),
      },
    },
    {
      text: week('https://example.com/a'),
      path: 'episodes/001/README.md',
      others: { 'episodes/002/README.md': week('https://example.com/a') },
    },
    {
      text: week('https://example.com/a'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# T\n\n## Reference Links\n\n- https://example.com/a' },
    },
    {
      text: week('https://example.com/'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': week('https://example.com') },
    },
  ],
  check: ({ episode, archive, archived, show }) => {
    const own = archived?.number ?? null;
    if (own === null || !archive) return [];
    const { sharedPages } = finish(linksOfArchive(archive));
    return newsOf(episode).flatMap(({ link, page }) => {
      const number = sharedPages.get(page)?.findLast((earlier) => earlier < own);
      if (number === undefined) return [];
      const message = `Episode ${formatNumber(show, number)} has shared this already. Expected news.`;
      return [{ code, span: link.target, message }];
    });
  },
};
