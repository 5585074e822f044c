import { contains } from '../text/span.js';
import { mayDefine, parseBlocks, parseUpToHeading } from './parseBlocks.js';
import { type Change, shift } from './shift.js';
import type { Block, Heading, NoteSyntax, Paragraph } from './syntax.js';
import { walkBlocks } from './visit.js';

/**
 * The blocks of `text` from those of the text before: the line's paragraph or heading is read again where the
 * change provably stays inside it, else its section. Undefined where neither is certain.
 */
export function reparseBlocks(before: NoteSyntax, text: string, base: number): readonly Block[] | undefined {
  if (before.text === text) return before.blocks;
  if (before.blocks.length === 0 || mayDefine(text) || mayDefine(before.text)) return undefined;
  const change = findChange(before.text, text);
  if (change.start <= base) return undefined;
  return reparseLeaf(before, text, change) ?? reparseSection(before, text, base, change);
}

/** Without the characters both texts begin and end with. */
function findChange(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, end: before.length - tail, newEnd: after.length - tail };
}

const LINE_BREAK = /[\r\n]/;
/** May be the second row of a table, or an underline: what is above it depends on it. */
const DELIMITERS = /^[ \t>]*[|:\-=+][ \t>|:\-=]*$/;
const BOX = /^\[[^\]]?\]/;

/** A paragraph or `# heading` of one line, in whatever lists and quotes it stands. */
function reparseLeaf({ text: old, blocks }: NoteSyntax, text: string, change: Change): readonly Block[] | undefined {
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
  if (DELIMITERS.test(text.slice(next, endOfLine(text, next)))) return undefined;
  const again = parseBlocks(text, { start: leaf.start, end: next });
  const [only] = again;
  if (again.length !== 1 || only?.kind !== leaf.kind || only.start !== leaf.start || only.end !== leaf.end + delta)
    return undefined;
  return shift(blocks, change, leaf, only);
}

function findLeaf(blocks: readonly Block[], change: Change): Paragraph | Heading | undefined {
  const around = blocks[lastStartingBefore(blocks, change.start)];
  if (!around || !contains(around, change)) return undefined;
  for (const block of walkBlocks([around])) {
    if ((block.kind === 'paragraph' || block.kind === 'heading') && contains(block, change)) return block;
  }
  return undefined;
}

/** From the heading before the change to the one behind it. */
function reparseSection(
  { text: old, blocks }: NoteSyntax,
  text: string,
  base: number,
  change: Change,
): readonly Block[] | undefined {
  const opens = (block: Block | undefined): boolean =>
    block?.kind === 'heading' && old[block.start] === '#' && LINE_BREAK.test(old[block.start - 1] ?? '');
  let first = lastStartingBefore(blocks, change.start);
  while (first > 0 && !(opens(blocks[first]) && (blocks[first]?.end ?? 0) < change.start)) first--;
  const start = first > 0 ? (blocks[first]?.start ?? base) : base;
  let last = lastStartingBefore(blocks, change.end + 1) + 1;
  while (last < blocks.length && !opens(blocks[last])) last++;
  const behind = blocks[last];
  if (start === base && !behind) return undefined;
  const delta = change.newEnd - change.end;
  const again = behind
    ? parseUpToHeading(text, { start, end: behind.start + delta })
    : parseBlocks(text, { start, end: text.length });
  return again && [...blocks.slice(0, Math.max(first, 0)), ...again, ...shift(blocks.slice(last), change)];
}

/** −1 where all start behind it. */
function lastStartingBefore(blocks: readonly Block[], offset: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function endOfLine(text: string, from: number): number {
  const at = text.slice(from).search(LINE_BREAK);
  return at < 0 ? text.length : from + at;
}

const startOfNextLine = (text: string, end: number): number =>
  end + (text.startsWith('\r\n', end) ? 2 : Math.min(1, text.length - end));
