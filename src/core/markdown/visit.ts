import type { Block, HtmlTag, Inline } from './syntax.js';

/** Every block, outer ones first, in the order of the text. */
export function walkBlocks(blocks: readonly Block[], found: Block[] = []): Block[] {
  for (const block of blocks) {
    found.push(block);
    if (block.kind === 'blockquote') walkBlocks(block.blocks, found);
    if (block.kind === 'list') for (const item of block.items) walkBlocks(item.blocks, found);
  }
  return found;
}

/** Every inline, outer ones first, in the order of the text. */
export function walkInlines(inlines: readonly Inline[], found: Inline[] = []): Inline[] {
  for (const inline of inlines) {
    found.push(inline);
    if ('inlines' in inline) walkInlines(inline.inlines, found);
  }
  return found;
}

/** The inlines that stand in a block itself, not in the blocks inside it. */
export const inlinesOf = (block: Block): readonly Inline[] => ('inlines' in block ? block.inlines : []);

/** Every HTML tag of the blocks, in the order of the text. */
export const walkTags = (blocks: readonly Block[]): HtmlTag[] =>
  walkBlocks(blocks).flatMap((block) => {
    if (block.kind === 'html') return block.tags;
    return walkInlines(inlinesOf(block)).flatMap((inline) => (inline.kind === 'htmlInline' ? inline.tags : []));
  });
