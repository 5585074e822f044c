import type { Archive } from '../../archive/archive.js';
import { nextNumber } from '../../archive/buildArchive.js';
import { formatNumber } from '../../show/show.js';
import { oncePer } from '../../text/oncePer.js';
import type { Rule } from '../rule.js';

const code = 'link.unknown-episode';

export const linkUnknownEpisode: Rule = {
  code,
  looksAt: 'part',
  severity: 'warning',
  description: 'A short link leads to an episode that the show does not have.',
  examples: [
    {
      text: '- [x] kubelet ⟦tgik.io/998⟧',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    {
      text: 'carried: ⟦tgik.io/002⟧',
      path: 'episodes/004/README.md',
      others: { 'episodes/001/README.md': '# One', 'episodes/003/README.md': '# Three' },
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
    {
      text: 'carried: tgik.io/001, tgik.io/005',
      path: 'episodes/012/README.md',
      others: { 'episodes/003/README.md': '# Three' },
    },
    { text: 'https://tgik.io/notes', path: 'episodes/002/README.md', others: { 'episodes/001/README.md': '# One' } },
  ],
  check: ({ episode, archive, archived, show }) => {
    if (archive === null) return [];
    const used = archive.usedNumbers;
    const { next, oldest } = rangeOf(archive);
    // where most notes are elsewhere, a number that is missing here says nothing
    const complete = used.size * 2 >= next - oldest;
    const isKnown = (number: number): boolean =>
      used.has(number) || number === next || number === archived?.number || number < oldest;
    return episode.links.flatMap(({ episode: number, target }) => {
      if (number === null || isKnown(number) || (number < next && !complete)) return [];
      const message = `There is no episode ${formatNumber(show, number)}. Expected the number of one in the show.`;
      return [{ code, span: target, message }];
    });
  },
};

const rangeOf = oncePer((archive: Archive) => {
  const next = nextNumber(archive);
  return { next, oldest: Math.min(next, ...archive.usedNumbers.keys()) };
});
