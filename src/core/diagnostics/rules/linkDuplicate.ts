import type { Rule } from '../rule.js';
import { pageOf, webLinks } from '../webLinks.js';

const code = 'link.duplicate';

export const linkDuplicate: Rule = {
  code,
  severity: 'info',
  description: 'The same page is linked twice in a note.',
  examples: [
    { text: '- [a](https://example.com/a)\n- [again](⟦https://example.com/a/⟧)' },
    { text: '- https://example.com/a?b=1\n- <⟦http://www.example.com/a?b=1⟧>' },
    { text: '- [a](https://example.com/a#one) [b](https://example.com/a#two)' },
    { text: '- [a](https://example.com/a?v=1) [b](https://example.com/a?v=2)' },
    { text: '![a](https://example.com/a.png) ![a](https://example.com/a.png)' },
  ],
  check: ({ episode }) => {
    const seen = new Set<string>();
    return webLinks(episode).flatMap(({ link: { target }, url }) => {
      // a host’s front page is named again and again
      if (url.path.length < 2 && url.query === '') return [];
      const page = pageOf(url) + url.fragment;
      if (!seen.has(page)) {
        seen.add(page);
        return [];
      }
      return [{ code, span: target, message: 'This page is linked above already. Expected each page once.' }];
    });
  },
};
