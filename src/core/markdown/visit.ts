import type { Block, HtmlTag, Inline } from './syntax.js';

/** Every block, outer ones first, in the order of the text. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'blockquote') yield* walkBlocks(block.blocks);
    if (block.kind === 'list') for (const item of block.items) yield* walkBlocks(item.blocks);
  }
}

/** Every inline, outer ones first, in the order of the text. */
export function* walkInlines(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('inlines' in inline) yield* walkInlines(inline.inlines);
  }
}

/** The inlines that stand in a block itself, not in the blocks inside it. */
export const inlinesOf = (block: Block): readonly Inline[] => ('inlines' in block ? block.inlines : []);

/** Every HTML tag of the blocks, in the order of the text. */
export function* walkTags(blocks: readonly Block[]): Generator<HtmlTag> {
  for (const block of walkBlocks(blocks)) {
    if (block.kind === 'html') yield* block.tags;
    for (const inline of walkInlines(inlinesOf(block))) if (inline.kind === 'htmlInline') yield* inline.tags;
  }
}
