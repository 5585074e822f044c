import type { Rule } from '../rule.js';

const code = 'episode.date-missing';

export const episodeDateMissing: Rule = {
  code,
  looksAt: 'header',
  severity: 'info',
  description: 'The header has no recording date.',
  examples: [
    { text: '⟦# Episode 1 : T⟧\n\n- Hosted by @ada' },
    { text: '⟦# Episode 1 : T⟧\n\n- Hosted by @ada\n\n## Show Notes\n\n- 2020-01-03 was a Friday' },
    { text: '# Episode 1 : T\n\n- Hosted by @ada\n- Recording date: 2020-01-03' },
    { text: '# Episode 1 : T\n\n- Hosted by @ada\n- Recording date: soon' },
    { text: '# Notes of a page\n\nwords' },
  ],
  check: ({ episode: { title, date, hosts } }) =>
    title && hosts.length > 0 && date === null
      ? [
          {
            code,
            span: title.heading,
            message: 'The header has no recording date. Expected a line such as “Recording date: 2019-10-11”.',
          },
        ]
      : [],
};
