import { span } from '../../text/span.js';
import { bareTargets } from '../bareTargets.js';
import type { Rule } from '../rule.js';

const code = 'link.doubled-target';

export const linkDoubledTarget: Rule = {
  code,
  severity: 'error',
  description: 'A link has two targets; the second is shown as text.',
  examples: [
    { text: '* [driver](https://example.com/a)⟦(https://example.com/b)⟧' },
    { text: '* [driver](https://example.com/a) (https://example.com/b)' },
    { text: '* [driver](https://example.com/a), [other](https://example.com/b)' },
  ],
  check: ({ episode }) =>
    bareTargets(episode)
      .filter(({ behindLink }) => behindLink !== undefined)
      .map(({ paren, urlEnd, closed }) => ({
        code,
        span: span(paren, closed ? urlEnd + 1 : urlEnd),
        message: 'The link has a second target, which is shown as text. Expected one.',
      })),
};
