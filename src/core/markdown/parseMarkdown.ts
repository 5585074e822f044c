import { bomLength } from '../text/byteOrderMark.js';
import { isUnreadable, LONGEST } from './nesting.js';
import { parseInParts } from './parseInParts.js';
import { joinParts } from './parts.js';
import { reparseParts } from './reparseParts.js';
import type { NoteSyntax } from './syntax.js';

/**
 * Reads a note as CommonMark with GFM. Total: any text gives a syntax whose offsets lie inside it.
 * A text the parser itself cannot hold (nested too deep, or longer than 2 MiB) gives no blocks.
 */
export const parseMarkdown = (text: string): NoteSyntax =>
  total(text, () =>
    isUnreadable(text) ? { text, blocks: [] } : { text, blocks: parseInParts(text, bomLength(text)) },
  );

/** The same, with what `before` already knows of the note: only what an edit can have changed is read again. */
export function reparseMarkdown(before: NoteSyntax, text: string): NoteSyntax {
  if (before.text === text) return before;
  if (text.length > LONGEST) return { text, blocks: [] };
  return total(text, () => {
    const parts = reparseParts(before, text, bomLength(text));
    return parts ? joinParts(parts, text) : parseMarkdown(text);
  });
}

function total(text: string, read: () => NoteSyntax): NoteSyntax {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return { text, blocks: [] };
    throw error;
  }
}
