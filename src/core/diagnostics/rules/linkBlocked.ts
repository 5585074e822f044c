import { findVerdicts } from '../linkVerdicts.js';
import type { Rule } from '../rule.js';

export const linkBlocked: Rule = {
  code: 'link.blocked',
  looksAt: 'part',
  severity: 'hint',
  description: 'Whether a link is still there cannot be known from outside: its server wants a person or a name.',
  examples: [
    {
      text: '- [a](⟦https://example.com/a#b⟧) and https://example.com/c',
      verdicts: { 'https://example.com/a#b': { verdict: 'blocked', reason: 'it answers 403', finalUrl: null } },
    },
    {
      text: '<a href="⟦https://example.com/a⟧">a</a>',
      verdicts: { 'https://example.com/a': { verdict: 'blocked', reason: 'it answers 403', finalUrl: null } },
    },
    {
      text: '- [a](https://example.com/a)',
      verdicts: { 'https://example.com/a': { verdict: 'ok', reason: 'it answers 200', finalUrl: null } },
    },
    { text: '- [nobody asked](https://example.com/a)' },
  ],
  check: (facts) => findVerdicts(facts, 'blocked', (why) => `This link could not be checked: ${why}.`),
};
