import { inlinesOf, walkBlocks, walkInlines } from '../../markdown/visit.js';
import { span } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'link.missing-definition';

/** `[words][id]` and `[words][]` that Markdown left as text. Not `list[0][1]`, not boxes. */
const UNDEFINED = /(?<![\\\]\p{L}\p{N}])\[([^[\]\\]{2,})\]\[([^[\]]*)\]/gu;

export const linkMissingDefinition: Rule = {
  code,
  severity: 'warning',
  description: 'A reference names a definition that the note does not have.',
  examples: [
    { text: 'See ⟦[the notes][notes]⟧.' },
    { text: 'See ⟦[the notes][]⟧.' },
    {
      text: 'See [the notes][notes] and [the notes][].\n\n[notes]: https://example.com\n[the notes]: https://example.com',
    },
    { text: '- [x] done\n- [ ] open [TOC] list[0][1] [K][8s]\n\n> [!NOTE]\n> words' },
  ],
  check: ({ episode: { syntax } }) =>
    [...walkBlocks(syntax.blocks)].flatMap((block) =>
      [...walkInlines(inlinesOf(block))].flatMap((inline) => {
        if (inline.kind !== 'text') return [];
        return [...syntax.text.slice(inline.start, inline.end).matchAll(UNDEFINED)].map((match) => ({
          code,
          span: span(inline.start + match.index, inline.start + match.index + match[0].length),
          message: `There is no definition “[${match[2] || match[1]}]: …” in this note.`,
        }));
      }),
    ),
};
