import { lineEnd, lineEndOf, lineStart } from '../text/lines.js';
import { span, type TextEdit } from '../text/span.js';
import { childPrefixes, type ItemLines, itemLines } from './itemLines.js';
import type { OutlineItem } from './outline.js';
import type { Place } from './shape.js';

/** Where lines go in a note, and how they stand there. */
export interface Placement {
  readonly prefix: string;
  /** The edit that puts a block (no line end behind it) there. */
  insert(block: string): TextEdit;
}

/** The ways to put a bullet at `place` of `target`, the likeliest first; none where the note's source cannot be read so. */
export function placements(
  text: string,
  outline: readonly OutlineItem[],
  target: OutlineItem,
  where: Place,
): Placement[] {
  if (where === 'inside') return inside(text, outline, target);
  const lines = itemLines(text, target);
  if (!lines) return [];
  return [where === 'before' ? before(text, lines, outline, target) : after(text, lines, outline, target)];
}

function inside(text: string, outline: readonly OutlineItem[], target: OutlineItem): Placement[] {
  const last = target.children.filter(({ kind }) => kind !== 'section').at(-1);
  if (last) return placements(text, outline, last, 'after');
  const newLine = lineEndOf(text);
  const own = itemLines(text, target);
  const at = own?.span.end ?? lineEnd(text, target.content.end);
  const prefixes = own ? childPrefixes(text, target, outline) : [''];
  const gap = own ? newLine : newLine + newLine;
  return prefixes.map((prefix) => ({ prefix, insert: (block) => ({ span: span(at, at), newText: gap + block }) }));
}

function before(text: string, lines: ItemLines, outline: readonly OutlineItem[], target: OutlineItem): Placement {
  const gap = gapBetween(text, siblings(outline, target).previous, target) ?? lineEndOf(text);
  const at = lines.span.start;
  return { prefix: lines.prefix, insert: (block) => ({ span: span(at, at), newText: block + gap }) };
}

function after(text: string, lines: ItemLines, outline: readonly OutlineItem[], target: OutlineItem): Placement {
  const { previous, next } = siblings(outline, target);
  const gap = gapBetween(text, target, next) ?? gapBetween(text, previous, target) ?? lineEndOf(text);
  const at = lines.span.end;
  return { prefix: lines.prefix, insert: (block) => ({ span: span(at, at), newText: gap + block }) };
}

/** Takes an item's lines out, with the blank lines that parted it from the next, else from the one before. */
export function cut(text: string, outline: readonly OutlineItem[], item: OutlineItem): TextEdit | undefined {
  const lines = itemLines(text, item);
  if (!lines) return undefined;
  const { next } = siblings(outline, item);
  const nextLines = next && itemLines(text, next);
  if (nextLines && gapBetween(text, item, next) !== undefined)
    return { span: span(lines.span.start, nextLines.span.start), newText: '' };
  const above = text.slice(0, lines.span.start).trimEnd().length;
  const start = above === 0 ? lines.span.start : lineEnd(text, above);
  return { span: span(start, lines.span.end), newText: '' };
}

/** The line ends and blank lines between two bullets; undefined where other text stands there, or one is missing. */
export function gapBetween(
  text: string,
  first: OutlineItem | undefined,
  second: OutlineItem | undefined,
): string | undefined {
  const [above, below] = [first && itemLines(text, first), second && itemLines(text, second)];
  if (!above || !below) return undefined;
  const gap = text.slice(above.span.end, lineStart(text, below.span.start));
  return gap.trim() === '' && /[\r\n]/.test(gap) ? gap : undefined;
}

/** The bullets next to an item under the same parent. */
export function siblings(
  outline: readonly OutlineItem[],
  item: OutlineItem,
): { previous: OutlineItem | undefined; next: OutlineItem | undefined } {
  const all = parentOf(outline, item)?.children ?? outline;
  const bullets = all.filter(({ kind }) => kind !== 'section');
  const at = bullets.indexOf(item);
  return { previous: bullets[at - 1], next: at < 0 ? undefined : bullets[at + 1] };
}

/** What an item stands under; undefined at the top. */
export function parentOf(outline: readonly OutlineItem[], item: OutlineItem): OutlineItem | undefined {
  for (const one of outline) {
    if (one.children.includes(item)) return one;
    const found = parentOf(one.children, item);
    if (found) return found;
  }
  return undefined;
}
