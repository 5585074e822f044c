import { findVerdicts } from '../linkVerdicts.js';
import type { Rule } from '../rule.js';

export const linkDead: Rule = {
  code: 'link.dead',
  looksAt: 'part',
  severity: 'warning',
  description: 'A link leads nowhere any more: asked twice, its page or its host is gone.',
  examples: [
    {
      text: '- [a](⟦https://example.com/a#b⟧) and https://example.com/c',
      verdicts: { 'https://example.com/a#b': { verdict: 'dead', reason: 'it answers 404', finalUrl: null } },
    },
    {
      text: '<a href="⟦https://example.com/a⟧">a</a>',
      verdicts: { 'https://example.com/a': { verdict: 'dead', reason: 'it answers 404', finalUrl: null } },
    },
    {
      text: '- [a](https://example.com/a)',
      verdicts: { 'https://example.com/a': { verdict: 'blocked', reason: 'it answers 403', finalUrl: null } },
    },
    { text: '- [nobody asked](https://example.com/a)' },
  ],
  check: (facts) => findVerdicts(facts, 'dead', (why) => `This link is dead: ${why}.`),
};
