import { lazily } from '../text/lazily.js';
import { endsInBlankLine } from '../text/lines.js';
import { markerAt } from './cuts.js';
import { joinPieces } from './joinPieces.js';
import { type Labels, labelsOfAll } from './labels.js';
import { moved } from './shift.js';
import type { Block, List, ListItem, NoteSyntax, Part } from './syntax.js';

/** Characters of a section behind which it is cut further. */
export const LONG = 1000;

/** May belong to the topic above it: what a rule asks of items is asked of those in one part. */
const BARE_URL = /\S+[ \t]+<?https?:/iy;
/** Begins a paragraph whatever stands behind it. */
const WORDS = /^[^-+*>#[|\s\d]/;

/**
 * Cuts a note, or a piece of one that begins at `start`, in front of each top-level heading that begins a line, and long
 * sections in front of an item of a list, a definition, or words behind a blank line.
 */
export function cutIntoParts({ text, blocks }: NoteSyntax, start = 0): Part[] {
  const parts: Part[] = [];
  let held: Block[] = [];
  let from = 0;
  const cut = (to: number): void => {
    parts.push({ start: start + from, note: { text: text.slice(from, to), blocks: moved(held, -from) } });
    [held, from] = [[], to];
  };
  const isLong = (to: number): boolean => to - from >= LONG;
  let above: Block | undefined;
  for (const block of blocks) {
    if (above && (opens(block, text) || (isLong(block.start) && stands(block, above, text)))) cut(block.start);
    const rest = block.kind === 'list' ? cutList(block) : block;
    held.push(rest);
    above = block;
  }
  cut(text.length);
  return parts;

  /** Cuts in front of its items; what is left of it behind the last cut. */
  function cutList(list: List): List {
    const { items } = list;
    let left = 0;
    for (const [at, item] of items.entries()) {
      const before = items[at - 1];
      if (!before || !isLong(item.start) || !goesOnAt(before, item, text)) continue;
      held.push(some(list, left, at));
      cut(item.start);
      left = at;
    }
    return left === 0 ? list : some(list, left, items.length);
  }
}

/** Some items of a list as a list. */
function some(list: List, from: number, to: number): List {
  const items = list.items.slice(from, to);
  return { ...list, start: items[0]?.start ?? list.start, end: items.at(-1)?.end ?? list.end, items };
}

/** Whether a part may begin with an item that stands behind another. */
function goesOnAt(before: ListItem, { start }: ListItem, text: string): boolean {
  BARE_URL.lastIndex = start;
  const isOwn = startsLine(start, text) && before.end <= start && markerAt(text, start) !== undefined;
  return isOwn && !BARE_URL.test(text);
}

const startsLine = (at: number, text: string): boolean => /[\r\n]/.test(text[at - 1] ?? '');

const opens = (block: Block, text: string): boolean =>
  block.kind === 'heading' && text[block.start] === '#' && startsLine(block.start, text);

/** Whether a block is what it is wherever it stands. */
function stands(block: Block, above: Block, text: string): boolean {
  if (!startsLine(block.start, text)) return false;
  if (block.kind === 'definition') return true;
  return (
    block.kind === 'paragraph' &&
    WORDS.test(text.slice(block.start, block.start + 1)) &&
    endsInBlankLine(text.slice(above.end, block.start))
  );
}

/** The note that consists of these parts; its text is put together when it is asked for, where it is not known. */
export const joinParts = (parts: readonly Part[], text?: string, labels?: Labels): NoteSyntax =>
  lazily<Required<NoteSyntax>>({
    text: () => text ?? parts.map(({ note }) => note.text).join(''),
    parts: () => parts,
    labels: () => labels ?? labelsOfAll(parts),
    blocks: () =>
      joinPieces(
        parts.map(({ start, note }, at) => {
          const behind = parts[at + 1];
          // a part that begins with an item goes on with the list above
          const goesOn = behind !== undefined && markerAt(behind.note.text, 0) !== undefined;
          return { blocks: moved(note.blocks, start), goesOn };
        }),
      ),
  });
