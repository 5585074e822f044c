import type { Episode } from '../../episode/episode.js';
import { leavesOf, perPart } from '../../episode/perPart.js';
import { moved } from '../../markdown/shift.js';
import { oncePer } from '../../text/oncePer.js';
import { hashOf, repeated } from '../../text/repeated.js';
import type { Rule } from '../rule.js';
import { pagesOf } from '../webLinks.js';

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
    const again = repeated(hashesOf(episode));
    if (again.size === 0) return [];
    const seen = new Set<string>();
    return leavesOf(episode).flatMap(({ start, episode: part }) =>
      namedPages(part).flatMap(({ page, hash, target }) => {
        const first = !again.has(hash) || !seen.has(page);
        if (first && again.has(hash)) seen.add(page);
        const message = 'This page is linked above already. Expected each page once.';
        return first ? [] : [{ code, span: moved(target, start), message }];
      }),
    );
  },
};

const namedPages = oncePer((part: Episode) =>
  pagesOf(part)
    // a host’s front page is named again and again
    .filter(({ url }) => url.path.length > 1 || url.query !== '')
    .map(({ link, url, page: bare }) => {
      const page = bare + url.fragment;
      return { page, hash: hashOf(page), target: link.target };
    }),
);

/** Those of each part in a list of its own: long lists take long to join. */
const hashesOf = perPart(
  (part) => [namedPages(part).map(({ hash }) => hash)],
  (lists) => lists,
);
