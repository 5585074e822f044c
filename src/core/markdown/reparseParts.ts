import { diffSpan } from '../text/diffSpan.js';
import { partitionPoint } from '../text/partitionPoint.js';
import { HEADING } from './cuts.js';
import { parsePieces } from './parseInParts.js';
import { cutIntoParts, isOnePart, mayDefine } from './parts.js';
import { readable } from './readable.js';
import { reparseBox, reparseItem } from './reparseItem.js';
import { reparseLeaf } from './reparseLeaf.js';
import type { Change } from './shift.js';
import type { NoteSyntax, Part } from './syntax.js';

/**
 * The parts of `text` from those of the text before: where the change provably stays inside one line, that line is
 * read again, else its part, else more parts behind it. Undefined where only the whole note is certain.
 */
export function reparseParts(before: NoteSyntax, text: string, base: number): readonly Part[] | undefined {
  if (before.parts === undefined && isOnePart(before)) return undefined;
  const parts = before.parts ?? cutIntoParts(before);
  const { span, newText } = diffSpan(before.text, text);
  const change = { ...span, newEnd: span.start + newText.length };
  if (change.start <= base) return undefined;
  return reparseOne(before, parts, text, change) ?? reparseSome(parts, text, base, change);
}

function reparseOne(
  { text: old }: NoteSyntax,
  parts: readonly Part[],
  text: string,
  change: Change,
): readonly Part[] | undefined {
  const at = lastStartingBefore(parts, change.start);
  const { start, note } = parts[at] as Part;
  const next = parts[at + 1]?.start ?? old.length + 1;
  if (change.end >= next) return undefined;
  const delta = change.newEnd - change.end;
  const own = { start: change.start - start, end: change.end - start, newEnd: change.newEnd - start };
  const words = detach(text.slice(start, next + delta));
  if (mayDefine(words) || readable(words) !== words || readable(note.text) !== note.text) return undefined;
  const blocks =
    reparseBox(note, words, own) ??
    reparseLeaf(note, words, own) ??
    reparseItem(note, words, own, at + 1 < parts.length);
  return blocks && splice(parts, at, at + 1, [{ start, note: { text: words, blocks } }], delta);
}

/** From the heading before the change to the first one behind it that is still a heading. */
function reparseSome(parts: readonly Part[], text: string, base: number, change: Change): readonly Part[] | undefined {
  let first = lastStartingBefore(parts, change.start);
  const { start: near, note } = parts[first] as Part;
  if (first > 0 && near + (note.blocks[0]?.end ?? 0) >= change.start) first--;
  const start = parts[first]?.start ?? 0;
  const from = start === 0 ? base : 0;
  const delta = change.newEnd - change.end;
  let last = lastStartingBefore(parts, change.end + 1) + 1;
  for (let more = 1; start > 0 || last < parts.length; more *= 2) {
    const behind = parts[last];
    const piece = detach(text.slice(start, behind ? behind.start + delta : text.length));
    if (mayDefine(piece)) return undefined;
    const blocks = parsePieces(readable(piece), { start: from, end: piece.length }, behind && HEADING);
    if (blocks) return splice(parts, first, last, cutIntoParts({ text: piece, blocks }, start), delta);
    last = Math.min(last + more, parts.length);
  }
  return undefined;
}

/** `fresh` in place of some parts; those before a heading that have the same text stay the same. */
function splice(parts: readonly Part[], first: number, last: number, fresh: readonly Part[], delta: number): Part[] {
  // how the last part of a note ends is its own matter: there is no heading behind it
  const old = parts.slice(first, Math.min(last, parts.length - 1));
  const kept = fresh.map(({ start, note }, at) => {
    const isLast = last === parts.length && at === fresh.length - 1;
    const same = isLast ? undefined : old.find((one) => one.note.text === note.text);
    return { start, note: same?.note ?? note };
  });
  const behind = parts.slice(last);
  const moved = delta === 0 ? behind : behind.map(({ start, note }) => ({ start: start + delta, note }));
  return [...parts.slice(0, first), ...kept, ...moved];
}

/** −1 where all start at or behind it. */
const lastStartingBefore = (parts: readonly { readonly start: number }[], offset: number): number =>
  partitionPoint(parts.length, (at) => (parts[at]?.start ?? 0) < offset) - 1;

/** The same characters, without keeping in memory the long text they were cut from. */
const detach = (piece: string): string => ` ${piece}`.slice(1);
