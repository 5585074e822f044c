import { bomLength } from '../text/byteOrderMark.js';
import { endsInBlankLine, lineStart } from '../text/lines.js';
import { slice } from '../text/span.js';
import type { Behind } from './cuts.js';
import type { Labels } from './labels.js';
import { blocksIn, onlyList } from './levels.js';
import { parsePieces } from './parsePieces.js';
import { type Change, shift } from './shift.js';
import { depthOf } from './standIns.js';
import type { Block, Box, List, NoteSyntax } from './syntax.js';
import { walkBlocks } from './visit.js';

/** The blocks after a tick: one character of a box, which says nothing else. Undefined for any other change. */
export function reparseBox({ blocks }: NoteSyntax, text: string, change: Change): readonly Block[] | undefined {
  const inside = text[change.start] ?? '';
  if (change.end !== change.start + 1 || change.newEnd !== change.end || !/[ xX]/.test(inside)) return undefined;
  const box = boxAt(blocks, change.start - 1);
  return box && shift(blocks, change, box, { ...box, checked: inside !== ' ' });
}

function boxAt(blocks: readonly Block[], start: number): Box | undefined {
  const around = blocks.filter((block) => block.start <= start && start < block.end);
  const items = walkBlocks(around).flatMap((block) => (block.kind === 'list' ? block.items : []));
  // a lone box, `- [ ]`, is its paragraph's word, too
  return (
    items.find(({ box, blocks: [first] }) => box?.start === start && first && first.start >= box.end)?.box ?? undefined
  );
}

/**
 * The blocks after a change inside one item of a list at the top level, or of the one that is all of a part: the item is
 * read again alone, where what stands behind it, another item, what is `behind` or the end, shows that it ends where it
 * did. Undefined where that is not certain.
 */
export function reparseItem(
  { text: old, blocks, standIns = '' }: NoteSyntax,
  text: string,
  change: Change,
  behind: Behind | undefined,
  labels: Labels,
): Block[] | undefined {
  const at = blocks.findLastIndex(({ start }) => start < change.start);
  const list = blocks[at];
  if (list?.kind !== 'list') return undefined;
  const index = list.items.findLastIndex(({ start }) => start < change.start);
  const [item, next] = [list.items[index], list.items[index + 1]];
  if (!item || (!next && at < blocks.length - 1)) return undefined;
  const start = lineStart(old, item.start);
  const end = next ? lineStart(old, next.start) : old.length;
  if (change.end >= end + (next ? 0 : 1) || (index === 0 && !standsAlone(old, start, blocks[at - 1]))) return undefined;
  const piece = { start, end: end + change.newEnd - change.end };
  const ends = next ? { sentinel: `${old.slice(end, next.marker.end)} x`, standIns } : behind;
  const read = parsePieces(text, piece, ends, labels, standIns) ?? [];
  const fresh = onlyList(blocksIn(read, depthOf(standIns)) ?? [])?.items;
  const [first] = fresh ?? [];
  if (!fresh || first?.start !== item.start || slice(text, first.marker) !== slice(old, item.marker)) return undefined;
  const below = list.items.slice(index + 1).map((one) => shift(one, change));
  const items = [...list.items.slice(0, index), ...fresh, ...below];
  const again: List = { ...list, items, end: items.at(-1)?.end ?? list.end };
  return [...blocks.slice(0, at), again, ...blocks.slice(at + 1).map((block) => shift(block, change))];
}

/** Whether the line at `start` is read as it would be at the start of a note. */
const standsAlone = (text: string, start: number, before: Block | undefined): boolean =>
  before ? before.kind === 'heading' || endsInBlankLine(text.slice(before.end, start)) : bomLength(text) === 0;
