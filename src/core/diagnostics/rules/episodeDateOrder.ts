import { type DatedEpisode, datedAround } from '../../archive/lookUp.js';
import { formatNumber } from '../../show/show.js';
import type { Rule } from '../rule.js';

const code = 'episode.date-order';
const dated = (date: string): string => `# T\n\n- Recording date: ${date}`;

export const episodeDateOrder: Rule = {
  code,
  looksAt: 'header',
  severity: 'error',
  description: 'The recording date does not lie between those of the episodes before and after.',
  examples: [
    {
      text: '# T\n\n- Recording date: ⟦2018-01-11⟧',
      path: 'episodes/003/README.md',
      others: {
        'episodes/001/README.md': dated('2018-12-14'),
        'episodes/002/README.md': dated('2018-12-21'),
        'episodes/004/README.md': dated('2019-01-25'),
      },
    },
    {
      text: '# T\n\n- ⟦01/04/2018⟧',
      path: 'episodes/003/README.md',
      others: { 'episodes/001/README.md': dated('2018-12-14'), 'episodes/002/README.md': dated('2018-12-21') },
    },
    {
      text: '# T\n\n- Recording date: 2019-01-11',
      path: 'episodes/003/README.md',
      others: { 'episodes/002/README.md': dated('2018-12-21'), 'episodes/004/README.md': dated('2019-01-25') },
    },
    {
      text: dated('2018-12-21'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': dated('2018-12-14'), 'episodes/003/README.md': dated('2018-01-11') },
    },
  ],
  check: ({ episode, archive, archived, show }) => {
    const iso = episode.date?.iso;
    if (!episode.date || !iso || !archive || !archived) return [];
    const { next, before } = datedAround(archive, archived.number ?? 0);
    const [previous, beforeThat] = before;
    // where the neighbours are out of order themselves, nobody knows which one is wrong
    const witness = next ?? beforeThat;
    if (!previous || !witness || (next ? previous.date > next.date : previous.date < witness.date)) return [];
    if (iso >= previous.date && (!next || iso <= next.date)) return [];
    const of = ({ date, number }: DatedEpisode): string => `${date} (${formatNumber(show, number)})`;
    const message = next
      ? `The date ${iso} is out of order. Expected one between ${of(previous)} and ${of(next)}.`
      : `The date ${iso} is out of order. Expected one after ${of(previous)}.`;
    return [{ code, span: episode.date.span, message }];
  },
};
