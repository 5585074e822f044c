import { datedAround } from '../../archive/lookUp.js';
import type { Rule } from '../rule.js';

const code = 'episode.date-form';
const dated = (date: string): string => `# T\n\n- Recording date: ${date}`;

export const episodeDateForm: Rule = {
  code,
  looksAt: 'header',
  severity: 'hint',
  description: 'The recording date is written in another form than those of the episodes before and after.',
  examples: [
    {
      text: '# T\n\n- Recording date: ⟦01/10/2020⟧',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': dated('2020-01-03'), 'episodes/003/README.md': dated('2020-01-17') },
    },
    {
      text: '# T\n\n- Recording date: ⟦October 9, 2020⟧',
      path: 'episodes/003/README.md',
      others: { 'episodes/001/README.md': dated('2020-01-03'), 'episodes/002/README.md': dated('2020-01-17') },
    },
    {
      text: dated('01/10/2020'),
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': dated('01/03/2020'), 'episodes/003/README.md': dated('2020-01-17') },
    },
    { text: dated('01/10/2020'), path: 'episodes/001/README.md' },
  ],
  check: ({ episode: { date }, archive, archived }) => {
    const own = archived?.number ?? null;
    if (!date?.iso || date.isIso || own === null || !archive) return [];
    const { next, before } = datedAround(archive, own);
    const near = (next ? [next, ...before] : before).slice(0, 2);
    if (near.length < 2 || near.some(({ dateIsIso }) => !dateIsIso)) return [];
    return [{ code, span: date.span, message: `The episodes around write dates as 2019-10-11. Expected ${date.iso}.` }];
  },
};
