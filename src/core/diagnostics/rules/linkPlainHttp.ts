import type { Archive } from '../../archive/archive.js';
import { oncePer } from '../../text/oncePer.js';
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
    const links = webLinks(episode);
    const plain = links.filter(({ url }) => url.scheme === 'http' && url.port === '');
    if (plain.length === 0) return [];
    const safe = new Set(links.filter(({ url }) => url.scheme === 'https').map(({ url }) => url.host));
    const serves = (host: string): boolean =>
      safe.has(host) || SURE.some((known) => known.test(host)) || (archive !== null && safeHosts(archive).has(host));
    return plain
      .filter(({ url }) => serves(url.host))
      .map(({ link, url }) => ({
        code,
        span: link.target,
        message: `${url.host} serves https. Expected “https://”.`,
      }));
  },
};

/** What stands between `https://` and the path in any note. */
const safeHosts = oncePer(
  ({ episodes }: Archive) =>
    new Set(
      episodes.flatMap(({ links }) =>
        links.flatMap((url) => /^https:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? []),
      ),
    ),
);
