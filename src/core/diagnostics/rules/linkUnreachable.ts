import { findVerdicts } from '../linkVerdicts.js';
import type { Rule } from '../rule.js';

export const linkUnreachable: Rule = {
  code: 'link.unreachable',
  looksAt: 'part',
  severity: 'hint',
  description: 'A link’s server did not answer, or not with a page; that may pass.',
  examples: [
    {
      text: '- [a](⟦https://example.com/a#b⟧) and https://example.com/c',
      verdicts: {
        'https://example.com/a#b': { verdict: 'unreachable', reason: 'no answer came in time', finalUrl: null },
      },
    },
    {
      text: '<a href="⟦https://example.com/a⟧">a</a>',
      verdicts: {
        'https://example.com/a': { verdict: 'unreachable', reason: 'no answer came in time', finalUrl: null },
      },
    },
    {
      text: '- [a](https://example.com/a)',
      verdicts: { 'https://example.com/a': { verdict: 'ok', reason: 'it answers 200', finalUrl: null } },
    },
    { text: '- [nobody asked](https://example.com/a)' },
  ],
  check: (facts) => findVerdicts(facts, 'unreachable', (why) => `This link could not be reached: ${why}.`),
};
