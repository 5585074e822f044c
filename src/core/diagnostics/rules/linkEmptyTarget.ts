import type { Rule } from '../rule.js';

const code = 'link.empty-target';

export const linkEmptyTarget: Rule = {
  code,
  severity: 'error',
  description: 'A link or an image leads nowhere: nothing stands between its parentheses or quotes.',
  examples: [
    { text: '- 00:00:00 - Welcome!⟦![]()⟧' },
    { text: 'See ⟦[the release notes]()⟧.' },
    { text: '<a href="⟦⟧" target="_blank">watch</a>' },
    { text: 'See [the release notes](https://example.com) and `[]()`.' },
    { text: '- [ ] a task, and [x] no link' },
  ],
  check: ({ episode }) =>
    episode.links
      .filter(({ form, url }) => url === '' && (form === 'inline' || form === 'image' || form === 'html'))
      .map(({ form, span, target }) => ({
        code,
        span: form === 'html' ? target : span,
        message:
          form === 'image'
            ? 'The image has no source. Expected a URL or a file between the parentheses.'
            : 'The link leads nowhere. Expected a URL or a file.',
      })),
};
