import { findVerdicts } from '../linkVerdicts.js';
import type { Rule } from '../rule.js';

export const linkMoved: Rule = {
  code: 'link.moved',
  looksAt: 'part',
  severity: 'info',
  description: 'A link’s page has moved for good: redirects lead to its new place.',
  examples: [
    {
      text: '- [a](⟦https://example.com/a#b⟧) and https://example.com/c',
      verdicts: {
        'https://example.com/a#b': {
          verdict: 'moved',
          reason: 'it has moved for good',
          finalUrl: 'https://example.com/new',
        },
      },
    },
    {
      text: '<a href="⟦https://example.com/a⟧">a</a>',
      verdicts: {
        'https://example.com/a': {
          verdict: 'moved',
          reason: 'it has moved for good',
          finalUrl: 'https://example.com/new',
        },
      },
    },
    {
      text: '- [a](https://example.com/a)',
      verdicts: { 'https://example.com/a': { verdict: 'ok', reason: 'it answers 200', finalUrl: null } },
    },
    { text: '- [nobody asked](https://example.com/a)' },
  ],
  check: (facts) => findVerdicts(facts, 'moved', (_, target) => `This page has moved to ${target}.`),
};
