import type { Rule } from '../rule.js';
import { webLinks } from '../webLinks.js';

const code = 'link.private';

/** Pages that only their owner, or everybody as an editor, can open. */
const PRIVATE: readonly (readonly [what: string, host: RegExp, path: RegExp])[] = [
  ['the editor of a pad', /^hackmd\.io$/, /^\/(?!@|s\/)[\w-]{20,}(?:\?(?:both|edit)\b|$)/],
  ['the editor of a document', /^docs\.google\.com$/, /^\/(?:\w+\/)+d\/[\w-]+\/edit/],
  ['the editor of a folder', /^drive\.google\.com$/, /^\/drive\/(?:u\/\d+\/)?my-drive/],
  ['a meeting', /(?:^|\.)zoom\.us$/, /^\/[js]\/\d+/],
  ['a machine of your own', /^(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2})$/, /^/],
  ['the studio of a video', /^studio\.youtube\.com$/, /^/],
];

export const linkPrivate: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'info',
  description: 'A link that leads readers to an editor, a meeting or a machine of your own.',
  examples: [
    { text: '- [notes](⟦https://hackmd.io/Vd_cF06PRvSovEoMvn2Rix?both⟧)' },
    { text: '- ⟦https://docs.google.com/document/d/1aBcD/edit#heading=h.1⟧' },
    { text: '- [join](⟦https://example.zoom.us/j/123456789⟧) ⟦http://localhost:8080/x⟧' },
    { text: '- [notes](https://hackmd.io/@ada/notes) [more](https://hackmd.io/s/abc)' },
    { text: '- [notes](https://hackmd.io/Vd_cF06PRvSovEoMvn2Rix?view)' },
    { text: '- https://docs.google.com/document/d/1aBcD/view' },
    { text: '```sh\ncurl http://localhost:8080\n```\nand `http://localhost:80`' },
  ],
  check: ({ episode }) =>
    webLinks(episode).flatMap(({ link, url }) => {
      const found = PRIVATE.find(([, host, path]) => host.test(url.host) && path.test(url.path + url.query));
      if (!found) return [];
      return [{ code, span: link.target, message: `The link leads to ${found[0]}. Expected a page for readers.` }];
    }),
};
