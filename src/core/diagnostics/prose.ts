import type { Block, Inline, NoteSyntax } from '../markdown/syntax.js';
import { inlinesOf, walkBlocks } from '../markdown/visit.js';
import { oncePer } from '../text/oncePer.js';
import type { Span } from '../text/span.js';

/** Stands for each character of a link that Markdown has understood. */
export const LINK = '\uE000';
/** Stands for each character of code, HTML and references. */
const OBJECT = '\uE001';

/** A block's words with what is no plain text masked: same length, same line breaks. */
export interface Prose {
  /** Where `text` begins in the note. */
  readonly start: number;
  readonly text: string;
}

/** The words of every paragraph, heading and table. Bare URLs stay readable. */
export const proseOf = oncePer(({ blocks, text }: NoteSyntax): readonly Prose[] =>
  walkBlocks(blocks).flatMap((block) => {
    const inlines = inlinesOf(block);
    return inlines.length > 0 ? [mask(block, inlines, text)] : [];
  }),
);

function mask(block: Block, inlines: readonly Inline[], text: string): Prose {
  let masked = '';
  let last = block.start;
  for (const { start, end, filler } of masks(inlines)) {
    const hidden = text.slice(start, end);
    const isOneLine = !/[\r\n]/.test(hidden);
    masked += text.slice(last, start) + (isOneLine ? filler.repeat(end - start) : hidden.replace(/[^\r\n]/g, filler));
    last = end;
  }
  return { start: block.start, text: masked + text.slice(last, block.end) };
}

function* masks(inlines: readonly Inline[]): Generator<Span & { readonly filler: string }> {
  for (const inline of inlines) {
    const { start, end, kind } = inline;
    if (kind === 'emphasis' || kind === 'strong' || kind === 'delete') yield* masks(inline.inlines);
    else if (kind === 'link' && inline.form !== 'bare') yield { start, end, filler: LINK };
    else if (kind !== 'text' && kind !== 'link' && kind !== 'break') yield { start, end, filler: OBJECT };
  }
}
