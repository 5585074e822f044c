import type { Block, ListItem } from '../../markdown/syntax.js';
import { inlinesOf, walkBlocks } from '../../markdown/visit.js';
import { span } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'outline.empty-item';

export const outlineEmptyItem: Rule = {
  code,
  looksAt: 'part',
  severity: 'warning',
  description: 'A bullet or a task has no words.',
  examples: [
    { text: '- [x] one\n- ⟦[x]⟧ ' },
    { text: '- one\n⟦-⟧' },
    { text: '## Notes\n\n- \n\n## Reference Links\n\n-\n-' },
    { text: '- [ ] one\n- two\n-\n  three' },
    { text: '- one\n  -\n    - two' },
  ],
  check: ({ episode: { syntax } }) => {
    const waiting = new Set(syntax.blocks.filter((block, at) => isWaiting(block, at, syntax.blocks)));
    return walkBlocks(syntax.blocks)
      .flatMap((block) => (block.kind === 'list' && !waiting.has(block) ? block.items : []))
      .filter(isEmpty)
      .map((item) => ({
        code,
        span: item.box ? span(item.box.start, item.box.end) : item.marker,
        message: item.box
          ? 'The task has no words. Expected some behind the box.'
          : 'The bullet has no words. Expected some, or no bullet.',
      }));
  },
};

function isEmpty({ box, content, blocks }: ListItem): boolean {
  const [first, ...rest] = blocks;
  if (box !== null) return content.start === content.end && rest.length === 0;
  return first === undefined || (blocks.length === 1 && first.kind === 'paragraph' && inlinesOf(first).length === 0);
}

/** A section that holds empty bullets and nothing else waits to be written. */
const isWaiting = (block: Block, at: number, blocks: readonly Block[]): boolean =>
  block.kind === 'list' &&
  block.items.every(isEmpty) &&
  blocks[at - 1]?.kind === 'heading' &&
  (blocks[at + 1]?.kind ?? 'heading') === 'heading';
