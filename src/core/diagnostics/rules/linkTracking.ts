import { queryParts } from '../../text/webUrl.js';
import type { Rule } from '../rule.js';
import { isTracking, webLinks } from '../webLinks.js';

const code = 'link.tracking';

export const linkTracking: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'hint',
  description: 'A URL carries parameters that only tell where a reader came from.',
  examples: [
    { text: '- [a](⟦https://example.com/a?utm_source=x&id=3#b⟧)' },
    { text: '- ⟦https://example.com/?fbclid=abc⟧' },
    { text: '- https://example.com/?utmost=1&source=x' },
    { text: '- `https://example.com/?utm_source=x`' },
  ],
  check: ({ episode }) =>
    webLinks(episode).flatMap(({ link, url }) => {
      const names = queryParts(url.query).flatMap(({ name }) => (isTracking(name) ? [name] : []));
      if (names.length === 0) return [];
      const message = `The URL carries “${names.join('”, “')}” for tracking. Expected it without.`;
      return [{ code, span: link.target, message }];
    }),
};
