import type { Rule } from '../rule.js';

const code = 'episode.host-missing';

export const episodeHostMissing: Rule = {
  code,
  looksAt: 'header',
  severity: 'info',
  description: 'The header names no host.',
  examples: [
    { text: '⟦# Episode 1 : T⟧\n\n- Recording date: 2020-01-03' },
    { text: '⟦# Episode 1 : T⟧\n\n- Hosted by\n- 2020-01-03\n\n## Notes' },
    { text: '# Episode 1 : T\n\n- Hosted by @ada' },
    { text: '# Episode 1 : T\n\nJust words of a page that is no note.' },
  ],
  check: ({ episode: { title, hosts, date } }) =>
    title && date && hosts.length === 0
      ? [
          {
            code,
            span: title.heading,
            message: 'The header names no host. Expected a line such as “Hosted by @handle”.',
          },
        ]
      : [],
};
