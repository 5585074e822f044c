import { bomLength } from '../text/byteOrderMark.js';
import { parseInParts } from './parseInParts.js';
import { LONGEST, readable } from './readable.js';
import { reparseParts } from './reparseParts.js';
import type { NoteSyntax } from './syntax.js';

/**
 * Reads a note as CommonMark with GFM. Total: any text gives a syntax whose offsets lie inside it.
 * A text of more than 2 MiB gives no blocks; of what is nested too deep, or a paragraph with too many marks, the rest is
 * words (`surplusOf`).
 */
export const parseMarkdown = (text: string): NoteSyntax =>
  total(text, () => ({ text, blocks: text.length > LONGEST ? [] : parseInParts(readable(text), bomLength(text)) }));

/** The same, with what `before` already knows of the note: only what an edit can have changed is read again. */
export function reparseMarkdown(before: NoteSyntax, text: string): NoteSyntax {
  if (before.text === text) return before;
  if (text.length > LONGEST) return { text, blocks: [] };
  return total(text, () => reparseParts(before, text, bomLength(text)) ?? parseMarkdown(text));
}

function total(text: string, read: () => NoteSyntax): NoteSyntax {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return { text, blocks: [] };
    throw error;
  }
}
