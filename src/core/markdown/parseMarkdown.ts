import { isUnreadable } from './nesting.js';
import { parseInParts } from './parseInParts.js';
import { reparseBlocks } from './reparseBlocks.js';
import type { Block, NoteSyntax } from './syntax.js';

const BOM = '\uFEFF';

/**
 * Reads a note as CommonMark with GFM. Total: any text gives a syntax whose offsets lie inside it.
 * A text the parser itself cannot hold (nested too deep, or longer than 2 MiB) gives no blocks.
 */
export const parseMarkdown = (text: string): NoteSyntax => total(text, () => parseInParts(text, baseOf(text)));

/** The same, with what `before` already knows of the note: only what an edit can have changed is read again. */
export const reparseMarkdown = (before: NoteSyntax, text: string): NoteSyntax =>
  total(text, () => reparseBlocks(before, text, baseOf(text)) ?? parseInParts(text, baseOf(text)));

const baseOf = (text: string): number => (text.startsWith(BOM) ? BOM.length : 0);

function total(text: string, blocks: () => readonly Block[]): NoteSyntax {
  if (isUnreadable(text)) return { text, blocks: [] };
  try {
    return { text, blocks: blocks() };
  } catch (error) {
    if (error instanceof RangeError) return { text, blocks: [] };
    throw error;
  }
}
