import { proseOf } from '../prose.js';
import type { Rule } from '../rule.js';

const code = 'link.missing-definition';

/** `[words][id]` and `[words][]` that Markdown left as text. Not `list[0][1]`, not boxes, not `[1][2]`, not `[^1][2]`. */
const UNDEFINED = /(?<![\\\]$\p{L}\p{N}])\[(?![!^@])([^[\]\\\r\n]{2,})\]\[(?!\^)([^[\]\r\n]*)\]/gu;

export const linkMissingDefinition: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'warning',
  description: 'A reference names a definition that the note does not have.',
  examples: [
    { text: 'See ⟦[the notes][notes]⟧.' },
    { text: 'See ⟦[the notes][]⟧ and ⟦[the docs][1]⟧.' },
    {
      text: 'See [the notes][notes] and [the notes][].\n\n[notes]: https://example.com\n[the notes]: https://example.com',
    },
    { text: '- [x] done\n- [ ] open [TOC] list[0][1] [K][8s] [10][11]\n\n> [!NOTE]\n> words' },
  ],
  check: ({ episode: { syntax } }) =>
    proseOf(syntax).flatMap(({ start, text }) =>
      [...text.matchAll(UNDEFINED)]
        .filter(([, words = '']) => !/^[\d\s,.]+$/.test(words) && words !== 'TOC')
        .map((match) => ({
          code,
          span: { start: start + match.index, end: start + match.index + match[0].length },
          message: `There is no definition of “${match[2] || match[1]}”. Expected a line “[${match[2] || match[1]}]: URL”.`,
        })),
    ),
};
