import { bomLength } from '../text/byteOrderMark.js';
import { endsInBlankLine, lineStart } from '../text/lines.js';
import { type Span, slice } from '../text/span.js';
import type { Labels } from './labels.js';
import { parseBlocks } from './parseBlocks.js';
import { parsePieces } from './parsePieces.js';
import { type Change, shift } from './shift.js';
import type { Block, Box, List, ListItem, NoteSyntax } from './syntax.js';
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
 * The blocks after a change inside one item of a list at the top level: the item is read again alone, where what
 * stands behind it, another item, the sentinel `behind` or the end, shows that it ends where it did. Undefined where that
 * is not certain.
 */
export function reparseItem(
  { text: old, blocks }: NoteSyntax,
  text: string,
  change: Change,
  behind: string | undefined,
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
  const fresh = next
    ? readUpToItem(text, piece, old.slice(end, next.marker.end), labels)
    : readList(parsePieces(text, piece, behind, labels));
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

/** The items of what is one list and nothing else. */
const readList = (blocks: readonly Block[] = []): readonly ListItem[] | undefined =>
  blocks.length === 1 && blocks[0]?.kind === 'list' ? blocks[0].items : undefined;

/** The items of a piece of a text that is a list, up to another one that begins with `marker`. */
function readUpToItem(text: string, piece: Span, marker: string, labels: Labels): readonly ListItem[] | undefined {
  const items = readList(parseBlocks(text, piece, `${marker} x`, labels));
  const blanks = marker.length - marker.trimStart().length;
  // an item that ends in HTML left open reaches as far into the next one as that one's marker does
  if (!items || (items.at(-2)?.end ?? 0) > piece.end) return undefined;
  return items.at(-1)?.start === piece.end + blanks ? items.slice(0, -1) : undefined;
}
