import type { Episode } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import type { NoteSyntax } from '../markdown/syntax.js';
import type { Show } from '../show/show.js';
import { applyEdits, overlap, slice, span, type TextEdit } from '../text/span.js';
import { itemLines, reindent } from './itemLines.js';
import type { OutlineItem } from './outline.js';
import { cut, gapBetween, parentOf, placements, siblings } from './placement.js';
import { walkOutline } from './progress.js';
import { type Place, place, reshape, type Shape, sameShape, shapeOf } from './shape.js';

/**
 * Edits that move `item`, its exact lines, to a place of `target` in the same note; undefined where Markdown would
 * then read anything else than exactly that.
 */
export function moveItem(
  { syntax: { text }, outline }: Episode,
  show: Show,
  item: OutlineItem,
  target: OutlineItem,
  where: Place,
): TextEdit[] | undefined {
  const lines = itemLines(text, item);
  const taken = cut(text, outline, item);
  if (!lines || !taken || walkOutline([item]).includes(target)) return undefined;
  const [moved] = shapeOf([item]) as [Shape];
  const wanted = reshape(outline, (one, as) => {
    if (one === item) return [];
    return one === target ? place(moved, as, where) : [as];
  });
  const swapped = where === 'inside' ? undefined : swap(text, outline, item, target, where);
  const ways = placements(text, outline, target, where).map(({ prefix, insert }) => [
    taken,
    insert(reindent(slice(text, lines.span), lines.prefix, prefix)),
  ]);
  return [...(swapped ? [swapped] : []), ...ways].find((edits) => reads(text, show, edits, wanted));
}

/** Neighbours change places around the blank lines between them: only the lines of `item` are touched. */
function swap(
  text: string,
  outline: readonly OutlineItem[],
  item: OutlineItem,
  target: OutlineItem,
  where: Place,
): TextEdit[] | undefined {
  const near = siblings(outline, item);
  const up = where === 'before';
  const gap = (up ? near.previous : near.next) === target && gapBetween(text, up ? target : item, up ? item : target);
  const [own, other] = [itemLines(text, item), itemLines(text, target)];
  if (typeof gap !== 'string' || !own || !other) return undefined;
  const block = reindent(slice(text, own.span), own.prefix, other.prefix);
  const { start, end } = other.span;
  return up
    ? [
        { span: span(start, start), newText: block + gap },
        { span: span(end, own.span.end), newText: '' },
      ]
    : [
        { span: span(own.span.start, start), newText: '' },
        { span: span(end, end), newText: gap + block },
      ];
}

export type Move = 'up' | 'down' | 'indent' | 'outdent';

/** Where a key moves an item; undefined where there is nowhere to go. Later siblings of an outdented item stay. */
export function destinationOf(
  { outline }: Episode,
  item: OutlineItem,
  move: Move,
): { readonly target: OutlineItem; readonly where: Place } | undefined {
  const { previous, next } = siblings(outline, item);
  const parent = parentOf(outline, item);
  if (move === 'up') return previous && { target: previous, where: 'before' };
  if (move === 'down') return next && { target: next, where: 'after' };
  if (move === 'indent') return previous && { target: previous, where: 'inside' };
  return parent && parent.kind !== 'section' ? { target: parent, where: 'after' } : undefined;
}

/** Edits that take an item out with all below it; undefined where what stays would then be read in another way. */
export function removeItem(
  { syntax: { text }, outline }: Episode,
  show: Show,
  item: OutlineItem,
): TextEdit[] | undefined {
  const taken = cut(text, outline, item);
  const wanted = reshape(outline, (one, as) => (one === item ? [] : [as]));
  return taken && reads(text, show, [taken], wanted) ? [taken] : undefined;
}

/** Edits that put Markdown of bullets, first line unindented, to a place of `target`. */
export function insertMarkdown(
  { syntax, outline }: Episode,
  show: Show,
  markdown: string,
  target: OutlineItem,
  where: Place,
): TextEdit[] | undefined {
  const { text } = syntax;
  const bullets = readBullets(markdown, syntax, show);
  if (!bullets) return undefined;
  const wanted = reshape(outline, (one, as) => {
    if (one !== target) return [as];
    if (where === 'before') return [...bullets, as];
    if (where === 'after') return [as, ...bullets];
    return [bullets.reduce<Shape>((all, bullet) => place(bullet, all, 'inside')[0] ?? all, as)];
  });
  const ways = placements(text, outline, target, where).map(({ prefix, insert }) => [
    insert(reindent(markdown, '', prefix)),
  ]);
  return ways.find((edits) => reads(text, show, edits, wanted));
}

/** What bullets say in a note with these definitions; undefined for Markdown that is more than bullets. */
function readBullets(markdown: string, { text, blocks }: NoteSyntax, show: Show): readonly Shape[] | undefined {
  const definitions = blocks.filter(({ kind }) => kind === 'definition').map((block) => slice(text, block));
  const [first, ...more] = parseEpisode(`## Frame\n\n${markdown}\n\n${definitions.join('\n')}`, show).outline;
  if (!first || more.length > 0 || first.children.length === 0) return undefined;
  const bullets = shapeOf(first.children);
  return bullets.some(({ kind }) => kind === 'section') ? undefined : bullets;
}

/** Whether a note reads as `wanted` once the edits are made. */
export const reads = (text: string, show: Show, edits: readonly TextEdit[], wanted: readonly Shape[]): boolean =>
  !edits.some((one, at) => edits.slice(at + 1).some((other) => overlap(one.span, other.span))) &&
  sameShape(shapeOf(parseEpisode(applyEdits(text, edits), show).outline), wanted);
