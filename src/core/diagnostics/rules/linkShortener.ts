import type { Rule } from '../rule.js';
import { webLinks } from '../webLinks.js';

const code = 'link.shortener';
const SHORTENERS: ReadonlySet<string> = new Set(
  'bit.ly goo.gl t.co tinyurl.com ow.ly buff.ly is.gd lnkd.in amzn.to j.mp dlvr.it fb.me ift.tt trib.al youtu.be.com'.split(
    ' ',
  ),
);

export const linkShortener: Rule = {
  code,
  looksAt: 'part',
  severity: 'hint',
  description: 'A short link hides where it leads, and may die before the page does.',
  examples: [
    { text: '- [a](⟦https://bit.ly/2xyz⟧)' },
    { text: '- ⟦https://t.co/abc⟧' },
    { text: '- https://tgik.io/083 https://youtu.be/abcdefghijk' },
    { text: '- https://example.com/bit.ly/a' },
  ],
  check: ({ episode, show }) =>
    webLinks(episode)
      .filter(({ url: { host, path } }) => SHORTENERS.has(host) && path.length > 1 && host !== show.shortLink)
      .map(({ link, url }) => ({
        code,
        span: link.target,
        message: `A link of ${url.host} hides where it leads. Expected the page’s own URL.`,
      })),
};
