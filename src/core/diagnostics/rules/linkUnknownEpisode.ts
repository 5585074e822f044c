import { formatNumber } from '../../show/show.js';
import type { Rule } from '../rule.js';

const code = 'link.unknown-episode';

export const linkUnknownEpisode: Rule = {
  code,
  severity: 'warning',
  description: 'A short link leads to an episode that the show does not have.',
  examples: [
    {
      text: '- [x] kubelet ⟦tgik.io/998⟧',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    {
      text: '[the first](⟦https://tgik.io/041⟧), [the last](https://tgik.io/001)',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    {
      text: '- [x] kubelet tgik.io/001, this one tgik.io/002, the next tgik.io/003',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    { text: 'https://tgik.io/notes', path: 'episodes/002/README.md', others: { 'episodes/001/README.md': '# One' } },
  ],
  check: ({ episode, archive, archived, show }) => {
    if (archive === null) return [];
    const next = Math.max(0, ...archive.usedNumbers.keys()) + 1;
    return episode.links
      .filter(
        (link) =>
          link.episode !== null &&
          link.episode !== next &&
          link.episode !== archived?.number &&
          !archive.usedNumbers.has(link.episode),
      )
      .map((link) => ({
        code,
        span: link.target,
        message: `There is no episode ${formatNumber(show, link.episode ?? 0)}. Expected the number of one in the show.`,
      }));
  },
};
