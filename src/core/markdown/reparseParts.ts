import { diffSpan } from '../text/diffSpan.js';
import { partitionPoint } from '../text/partitionPoint.js';
import { LONG, standsWithOthers } from './chooseCuts.js';
import { behindPart, isSameBehind, sentinelAt } from './cuts.js';
import { hasSame, labelsOfAll } from './labels.js';
import { nest } from './levels.js';
import { relabel } from './parseInParts.js';
import { parsePieces } from './parsePieces.js';
import { cutIntoParts, cutPiece, joinParts } from './parts.js';
import { readable } from './readable.js';
import { reparseDefinitions } from './reparseDefinitions.js';
import { reparseBox, reparseItem } from './reparseItem.js';
import { reparseLeaf } from './reparseLeaf.js';
import { reparseWords } from './reparseWords.js';
import type { Change } from './shift.js';
import { depthOf } from './standIns.js';
import type { NoteSyntax, Part } from './syntax.js';

/** A note in parts. */
type Parted = Required<Pick<NoteSyntax, 'text' | 'parts' | 'labels'>>;

/** Of some parts, those from `first` up to `last` replaced by `fresh`. */
interface Reparsed {
  readonly first: number;
  readonly last: number;
  readonly fresh: readonly Part[];
}

/**
 * The parts of `text` from those of the text before: where the change provably stays inside one line, that line is
 * read again, or the lines between two definitions, else its part, else more parts behind it; where it changes what is defined, also what may refer to that.
 * Undefined where only the whole note is certain.
 */
export function reparseParts(before: NoteSyntax, text: string, base: number): NoteSyntax | undefined {
  if (before.parts === undefined && before.blocks.length === 0) return undefined;
  const parts = before.parts ?? cutIntoParts(before);
  const labels = before.labels ?? labelsOfAll(parts);
  const { span, newText } = diffSpan(before.text, text);
  const change = { ...span, newEnd: span.start + newText.length };
  if (change.start <= base) return undefined;
  const old: Parted = { text: before.text, parts, labels };
  const again = reparseOne(old, text, change) ?? reparseSome(old, text, base, change);
  if (!again) return undefined;
  const now = splice(parts, again, change.newEnd - change.end);
  const own = hasSame(labelsOfAll(again.fresh), labelsOfAll(parts.slice(again.first, again.last)));
  const after = own ? labels : labelsOfAll(now, labels);
  const read = after === labels ? now : relabel(now, labels, after, base);
  return read && joinParts(read, text, after);
}

function reparseOne({ text: old, parts, labels }: Parted, text: string, change: Change): Reparsed | undefined {
  const at = lastStartingBefore(parts, change.start);
  const { start, note } = parts[at] as Part;
  const { standIns = '' } = note;
  const next = parts[at + 1]?.start ?? old.length + 1;
  if (change.end >= next) return undefined;
  const delta = change.newEnd - change.end;
  const own = { start: change.start - start, end: change.end - start, newEnd: change.newEnd - start };
  const words = detach(text.slice(start, next + delta));
  if (readable(words) !== words || readable(note.text) !== note.text) return undefined;
  if (at > 0 && (sentinelAt(words, 0) !== sentinelAt(note.text, 0) || standsWithOthers(words, 0))) return undefined;
  const behind = behindPart(parts, at);
  const blocks =
    reparseBox(note, words, own) ??
    reparseWords(note, words, own) ??
    reparseLeaf(note, words, own, labels) ??
    reparseItem(note, words, own, behind, labels) ??
    reparseDefinitions(note, words, own, behind, labels);
  if (!blocks) return undefined;
  const again = { ...note, text: words, blocks };
  const cut = words.length > 2 * LONG && cutPiece({ ...again, blocks: nest(blocks, depthOf(standIns)) }, start);
  return { first: at, last: at + 1, fresh: cut || [{ start, note: again }] };
}

/** From where the part before the change begins to the first one behind it that still begins there. */
function reparseSome({ parts, labels }: Parted, text: string, base: number, change: Change): Reparsed | undefined {
  let first = lastStartingBefore(parts, change.start);
  const { start: near, note } = parts[first] as Part;
  if (first > 0 && near + (note.blocks[0]?.end ?? 0) >= change.start) first--;
  const delta = change.newEnd - change.end;
  let last = lastStartingBefore(parts, change.end + 1) + 1;
  for (let more = 1; first > 0 || last < parts.length; more *= 2) {
    const {
      start,
      note: { standIns = '' },
    } = parts[first] as Part;
    const behind = parts[last];
    const piece = detach(text.slice(start, behind ? behind.start + delta : text.length));
    const span = { start: start === 0 ? base : 0, end: piece.length };
    const blocks = parsePieces(readable(piece), span, behindPart(parts, last - 1), labels, standIns);
    const fresh = blocks && cutPiece({ text: piece, blocks, standIns }, start);
    if (fresh) return { first, last, fresh };
    if (last === parts.length && standIns === '') return undefined;
    last = Math.min(last + more, parts.length);
    // what no longer stands in an item that began above is read with that
    if (standIns !== '') first = Math.max(first - more, 0);
  }
  return undefined;
}

/** Those that have the same text, and the same behind them, stay the same. */
function splice(parts: readonly Part[], { first, last, fresh }: Reparsed, delta: number): Part[] {
  const behind = parts.slice(last);
  const moved = delta === 0 ? behind : behind.map(({ start, note }) => ({ start: start + delta, note }));
  const now = [...parts.slice(0, first), ...fresh, ...moved];
  const old = parts.slice(first, last).map(({ note }, at) => ({ note, behind: behindPart(parts, first + at) }));
  fresh.forEach(({ start, note }, at) => {
    const behind = behindPart(now, first + at);
    const isSame = (one: NoteSyntax): boolean =>
      one.text === note.text && (one.standIns ?? '') === (note.standIns ?? '');
    const same = old.find((one) => isSame(one.note) && isSameBehind(one.behind, behind));
    if (same) now[first + at] = { start, note: same.note };
  });
  return now;
}

/** −1 where all start at or behind it. */
const lastStartingBefore = (parts: readonly { readonly start: number }[], offset: number): number =>
  partitionPoint(parts.length, (at) => (parts[at]?.start ?? 0) < offset) - 1;

/** The same characters, without keeping in memory the long text they were cut from. */
const detach = (piece: string): string => ` ${piece}`.slice(1);
