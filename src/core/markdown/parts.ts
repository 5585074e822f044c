import { lazily } from '../text/lazily.js';
import { partitionPoint } from '../text/partitionPoint.js';
import type { Span } from '../text/span.js';
import { chooseCuts } from './chooseCuts.js';
import { joinPieces } from './joinPieces.js';
import { type Labels, labelsOfAll } from './labels.js';
import { moved } from './shift.js';
import { depthOf, markerAt } from './standIns.js';
import type { Block, ListItem, NoteSyntax, Part } from './syntax.js';

/** Cuts a note into parts (`chooseCuts`). */
export const cutIntoParts = (note: NoteSyntax): Part[] => cutPiece(note, 0) ?? [{ start: 0, note }];

/**
 * Cuts a piece of a note that begins at `start`. Where that is in items, the blocks are given in items that are nowhere;
 * undefined where some of it would have to be in them behind cuts.
 */
export function cutPiece({ text, blocks, standIns = '' }: NoteSyntax, start: number): Part[] | undefined {
  const cuts = chooseCuts(text, blocks, standIns);
  return cuts?.map(({ at, standIns: within }, one) => {
    const end = cuts[one + 1]?.at ?? text.length;
    const own = { text: text.slice(at, end), blocks: moved(between(blocks, at, end), -at) };
    return { start: start + at, note: within === '' ? own : { ...own, standIns: within } };
  });
}

/** What of some blocks stands from one cut to the next, without the items it is in. */
function between(blocks: readonly Block[], from: number, to: number): readonly Block[] {
  return within(blocks, from, to).flatMap((block): readonly Block[] => {
    if (block.kind !== 'list' || (block.start >= from && block.end <= to)) return [block];
    const [first, ...more] = within(block.items, from, to).map((item) => upTo(item, to));
    if (!first) return [];
    if (first.start < from) return between(first.blocks, from, to);
    const items = [first, ...more];
    return [{ ...block, start: first.start, end: items.at(-1)?.end ?? first.end, items }];
  });
}

/** An item without what is in it behind a cut. */
function upTo(item: ListItem, to: number): ListItem {
  if (item.end <= to) return item;
  const blocks = between(item.blocks, item.start, to);
  return { ...item, blocks, end: blocks.at(-1)?.end ?? item.end };
}

function within<T extends Span>(sorted: readonly T[], from: number, to: number): readonly T[] {
  const first = partitionPoint(sorted.length, (at) => (sorted[at]?.end ?? 0) <= from);
  const behind = partitionPoint(sorted.length, (at) => (sorted[at]?.start ?? 0) < to);
  return sorted.slice(first, behind);
}

/** The note that consists of these parts; its text is put together when it is asked for, where it is not known. */
export const joinParts = (parts: readonly Part[], text?: string, labels?: Labels): NoteSyntax =>
  lazily<Pick<Required<NoteSyntax>, 'text' | 'blocks' | 'parts' | 'labels'>>({
    text: () => text ?? parts.map(({ note }) => note.text).join(''),
    parts: () => parts,
    labels: () => labels ?? labelsOfAll(parts),
    blocks: () =>
      joinPieces(
        parts.map(({ start, note }, at) => {
          const blocks = moved(note.blocks, start);
          // a part that begins with an item goes on with the list above
          const goesOn = at > 0 && markerAt(note.text, 0) !== undefined;
          return { ends: Array(depthOf(note.standIns ?? '')).fill(blocks.at(-1)?.end ?? start), blocks, goesOn };
        }),
      ),
  });
