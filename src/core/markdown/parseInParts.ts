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
  const read = relabel(cutIntoParts({ text, blocks }), guess, labels, base);
  return read
    ? joinParts(read).blocks
    : (parsePieces(text, { start: base, end: text.length }, undefined, labels) ?? []);
}

/**
 * The same parts in a note that defines `after`, read when it defined `before`: only those are read again that may
 * refer to what has come or gone. `base` is where the first one begins. Undefined where one does not end where it did.
 */
export function relabel(
  parts: readonly Part[],
  before: Labels,
  after: Labels,
  base: number,
): readonly Part[] | undefined {
  const changed = [...differing(before, after), ...differing(after, before)];
  const read = parts.map((part, at): Part | undefined => {
    const { start, note } = part;
    if (!mayName(note, changed)) return part;
    const { standIns = '' } = note;
    const span = { start: start === 0 ? base : 0, end: note.text.length };
    const again = parsePieces(readable(note.text), span, behindPart(parts, at), after, standIns);
    const blocks = again && blocksIn(again, depthOf(standIns));
    return blocks && { start, note: { ...note, blocks } };
  });
  return read.every((part) => part !== undefined) ? read : undefined;
}

const differing = (some: Labels, others: Labels): string[] => [...some].filter((label) => !others.has(label));
