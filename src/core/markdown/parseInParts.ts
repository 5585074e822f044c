import { behindPart } from './cuts.js';
import { guessLabels, hasSame, type Labels, labelsIn, mayDefine, mayName } from './labels.js';
import { blocksIn } from './levels.js';
import { parsePieces } from './parsePieces.js';
import { cutIntoParts, joinParts } from './parts.js';
import { readable } from './readable.js';
import { depthOf } from './standIns.js';
import type { Block, Part } from './syntax.js';

/** The blocks of `text` from `base` on, read piece by piece, what seems to be defined in force. */
export function parseInParts(text: string, base: number): readonly Block[] {
  const guess = guessLabels(text);
  const blocks = parsePieces(text, { start: base, end: text.length }, undefined, guess) ?? [];
  const labels = mayDefine(text) ? labelsIn(blocks) : guess;
  if (hasSame(guess, labels)) return blocks;
  return joinParts(relabel(cutIntoParts({ text, blocks }), guess, labels, base)).blocks;
}

/**
 * The same parts in a note that defines `after`, read when it defined `before`: only those are read again that may
 * refer to what has come or gone. `base` is where the first one begins.
 */
export function relabel(parts: readonly Part[], before: Labels, after: Labels, base: number): readonly Part[] {
  const changed = [...differing(before, after), ...differing(after, before)];
  return parts.map((part, at) => {
    const { start, note } = part;
    if (!mayName(note, changed)) return part;
    const span = { start: start === 0 ? base : 0, end: note.text.length };
    // where the part ends depends on no reference
    const { standIns = '' } = note;
    const read = parsePieces(readable(note.text), span, behindPart(parts, at), after, standIns);
    const blocks = read && blocksIn(read, depthOf(standIns));
    return blocks ? { start, note: { ...note, blocks } } : part;
  });
}

const differing = (some: Labels, others: Labels): string[] => [...some].filter((label) => !others.has(label));
