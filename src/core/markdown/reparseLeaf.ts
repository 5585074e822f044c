import { findLeaf } from './findLeaf.js';
import type { Labels } from './labels.js';
import { parseBlocks } from './parseBlocks.js';
import { type Change, shift } from './shift.js';
import type { Block, NoteSyntax } from './syntax.js';
import { inlinesOf } from './visit.js';

const LINE_BREAK = /[\r\n]/;
/** May be the second row of a table, or an underline: what is above it depends on it. */
const DELIMITERS = /^[ \t>]*[|:\-=+][ \t>|:\-=]*$/;
const BOX = /^\[[^\]]?\]/;

/** What a definition cannot go on with: nothing, or another definition. */
const NO_TITLE = /^[ \t>]*(?:\[|$)/;

/**
 * The blocks after a change inside the words of one paragraph, `# heading` or definition of one line, in whatever lists
 * and quotes it stands. Undefined where the change may reach further.
 */
export function reparseLeaf(
  { text: old, blocks }: NoteSyntax,
  text: string,
  change: Change,
  labels: Labels,
): readonly Block[] | undefined {
  const leaf = findLeaf(blocks, change);
  if (!leaf || change.start <= leaf.start) return undefined;
  const delta = change.newEnd - change.end;
  const lineEnd = endOfLine(text, leaf.start);
  if (LINE_BREAK.test(old.slice(leaf.start, Math.max(leaf.end, change.end))) || change.newEnd > lineEnd)
    return undefined;
  if (leaf.kind === 'heading' && old[leaf.start] !== '#') return undefined;
  if (leaf.kind === 'paragraph' && [old, text].some((one) => BOX.test(one.slice(leaf.start, leaf.start + 3))))
    return undefined;
  const next = startOfNextLine(text, lineEnd);
  const below = text.slice(next, endOfLine(text, next));
  if (DELIMITERS.test(below) || (leaf.kind === 'definition' && !NO_TITLE.test(below))) return undefined;
  const again = parseBlocks(text, { start: leaf.start, end: next }, '', labels);
  const [only] = again;
  if (again.length !== 1 || only?.kind !== leaf.kind || only.start !== leaf.start || only.end !== leaf.end + delta)
    return undefined;
  // behind a box, what does not begin with text begins with the box
  if (/\][ \t]$/.test(text.slice(0, leaf.start)) && inlinesOf(only)[0]?.kind !== 'text') return undefined;
  return shift(blocks, change, leaf, only);
}

function endOfLine(text: string, from: number): number {
  const at = text.slice(from).search(LINE_BREAK);
  return at < 0 ? text.length : from + at;
}

const startOfNextLine = (text: string, end: number): number =>
  end + (text.startsWith('\r\n', end) ? 2 : Math.min(1, text.length - end));
