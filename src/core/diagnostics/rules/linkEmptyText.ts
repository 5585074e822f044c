import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'link.empty-text';

export const linkEmptyText: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'warning',
  description: 'A link has no words: nobody can see or click it.',
  examples: [
    { text: '- ⟦[](https://example.com)⟧' },
    { text: '- news ⟦[ ](https://example.com/a)⟧ of the week' },
    { text: '- [![](https://example.com/a.png)](https://example.com)' },
    { text: '- ![](https://example.com/a.png) <https://example.com> https://example.com' },
    { text: '- []()' },
  ],
  check: ({ episode: { links, syntax } }) =>
    links
      .filter(
        ({ form, label, url }) =>
          form === 'inline' && url !== '' && label !== null && slice(syntax.text, label.span).trim() === '',
      )
      .map(({ span }) => ({
        code,
        span,
        message: 'The link has no words. Expected some between the brackets.',
      })),
};
