import { findBrokenLinks } from '../brokenLinks.js';
import type { Rule } from '../rule.js';

const code = 'link.doubled-target';

export const linkDoubledTarget: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'error',
  description: 'A link has two targets; the second is shown as text.',
  examples: [
    { text: '* [driver](https://example.com/a)⟦(https://example.com/b)⟧' },
    { text: '* [driver](https://example.com/a)⟦(https://example.com/a)⟧, and more' },
    { text: '* [driver](https://example.com/a) (https://example.com/b)' },
    { text: '* [driver](https://example.com/a)(slides), [other](https://example.com/b)' },
  ],
  check: ({ episode }) =>
    findBrokenLinks(episode.syntax)
      .filter(({ kind }) => kind === 'doubledTarget')
      .map(({ span }) => ({ code, span, message: 'The link has a second target. Expected one.' })),
};
