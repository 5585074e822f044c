import type { ArchivedEpisode } from '../../archive/archive.js';
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
    const others = archive.episodes.filter(hasDate);
    const own = archived.number ?? 0;
    const before = others.filter(({ number }) => number < own).slice(0, 2);
    const after = others.filter(({ number }) => number > own).slice(-1);
    const [previous, beforeThat] = before;
    const next = after[0];
    // where the neighbours are out of order themselves, nobody knows which one is wrong
    const witness = next ?? beforeThat;
    if (!previous || !witness || (next ? previous.date > next.date : previous.date < witness.date)) return [];
    if (iso >= previous.date && (!next || iso <= next.date)) return [];
    const of = ({ date, number }: Dated): string => `${date} (${formatNumber(show, number)})`;
    const message = next
      ? `The date ${iso} is out of order. Expected one between ${of(previous)} and ${of(next)}.`
      : `The date ${iso} is out of order. Expected one after ${of(previous)}.`;
    return [{ code, span: episode.date.span, message }];
  },
};

type Dated = ArchivedEpisode & { date: string; number: number };

const hasDate = (one: ArchivedEpisode): one is Dated => one.date !== null && one.number !== null;
