import { perPart } from '../../episode/perPart.js';
import { finish } from '../../text/steps.js';
import { linksOfArchive } from '../linksOfArchive.js';
import type { Rule } from '../rule.js';
import { webLinks } from '../webLinks.js';

const code = 'link.plain-http';
const SURE: readonly RegExp[] = [
  /(?:^|\.)(?:github|youtube|twitter|medium|google|stackoverflow|wikipedia|mozilla|kubernetes|cncf|golang|python|npmjs)\.(?:com|org|io|dev)$/,
  /^youtu\.be$|\.github\.io$/,
];

export const linkPlainHttp: Rule = {
  code,
  scope: 'both',
  severity: 'info',
  description: 'A link uses http where the same host is known to serve https.',
  examples: [
    { text: '- [a](⟦http://github.com/a/b⟧)' },
    { text: '- [a](https://example.com/a) [b](⟦http://example.com/b⟧)' },
    {
      text: '- ⟦http://example.com/b⟧',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '- https://example.com/a' },
    },
    { text: '- http://example.com/b' },
    { text: '- https://github.com/a/b http://localhost:80/ http://example.com:8080/ https://example.com' },
    {
      text: '<a href="https://www.youtube.com/watch?v=abcdefghijk"><img src="http://img.youtube.com/vi/abcdefghijk/0.jpg"></a>',
    },
  ],
  check: ({ episode, archive }) => {
    const plain = plainLinks(episode);
    if (plain.length === 0) return [];
    const own = new Set(ownSafeHosts(episode));
    const others = archive && finish(linksOfArchive(archive)).safeHosts;
    const serves = (host: string): boolean =>
      own.has(host) || SURE.some((known) => known.test(host)) || others?.has(host) === true;
    return plain
      .filter(({ url }) => serves(url.host))
      .map(({ target, url }) => ({
        code,
        span: target,
        message: `${url.host} serves https. Expected “https://”.`,
      }));
  },
};

const plainLinks = perPart((part) =>
  webLinks(part)
    .filter(({ url }) => url.scheme === 'http' && url.port === '')
    .map(({ link: { target }, url }) => ({ target, url })),
);

const ownSafeHosts = perPart(
  (part) => [...new Set(webLinks(part).flatMap(({ url }) => (url.scheme === 'https' ? url.host : [])))],
  (hosts) => hosts,
);
