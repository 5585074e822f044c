import type { Episode } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import type { Show } from '../show/show.js';
import { lineEndOf } from '../text/lines.js';
import { applyEdits, slice, span, type TextEdit } from '../text/span.js';
import { itemLines, reindent } from './itemLines.js';
import type { OutlineItem } from './outline.js';
import { parentOf } from './placement.js';
import { walkOutline } from './progress.js';
import { insertMarkdown } from './rearrange.js';
import { reshape, sameShape } from './shape.js';

/** An item's first line as its author wrote it, without bullet and box. */
export const writtenWords = (text: string, { content }: OutlineItem): string =>
  /^[^\r\n]*/.exec(slice(text, content))?.[0] ?? '';

/** An edit that gives an item other words; undefined where they would make it something else than this item. */
export function rewordItem(
  { syntax: { text }, outline }: Episode,
  show: Show,
  item: OutlineItem,
  words: string,
): TextEdit | undefined {
  const { start } = item.content;
  const old = writtenWords(text, item);
  const blank = old === '' && !/[ \t]/.test(text[start - 1] ?? ' ') ? ' ' : '';
  const edit: TextEdit = { span: span(start, start + old.length), newText: blank + words };
  const unnamed = (items: readonly OutlineItem[], at: OutlineItem | undefined) =>
    reshape(items, (one, as) => [one === at ? { ...as, label: '' } : as]);
  const after = parseEpisode(applyEdits(text, [edit]), show).outline;
  const written = walkOutline(after).find(({ span: { start: from } }) => from === item.span.start);
  return sameShape(unnamed(outline, item), unnamed(after, written)) ? edit : undefined;
}

/** Edits that add a bullet below `target`, or as its last child, like those around it: a task beside tasks. */
export function addItem(
  episode: Episode,
  show: Show,
  target: OutlineItem,
  where: 'after' | 'inside',
  words: string,
): TextEdit[] | undefined {
  const { text } = episode.syntax;
  const model = where === 'after' ? target : modelInside(episode, target);
  const box = model?.kind === 'item' ? '' : '[ ] ';
  return insertMarkdown(episode, show, `${bulletLike(text, model)} ${box}${words}`, target, where);
}

/** The bullet a new child should look like: the last one there, else the item itself, else one next to the section. */
function modelInside({ outline }: Episode, target: OutlineItem): OutlineItem | undefined {
  const last = target.children.filter(({ kind }) => kind !== 'section').at(-1);
  if (last || target.kind !== 'section') return last ?? target;
  return walkOutline(parentOf(outline, target)?.children ?? outline).find(({ kind }) => kind === 'task');
}

/** `-`, `*` or `+`, or the next number. */
function bulletLike(text: string, model: OutlineItem | undefined): string {
  const marker =
    model && model.kind !== 'section' ? /^(?:[-*+]|\d+[.)])/.exec(slice(text, model.span))?.[0] : undefined;
  return marker?.replace(/\d+/, (number) => String(Number(number) + 1)) ?? '-';
}

/** An item or section as Markdown: its exact lines, the first unindented. */
export function asMarkdown(text: string, item: OutlineItem): string {
  const lines = itemLines(text, item);
  return lines ? reindent(slice(text, lines.span), lines.prefix, '') : slice(text, item.span).trimEnd();
}

/** An item as plain words, a line each, children indented by two blanks. */
export function asPlainText(text: string, item: OutlineItem, depth = 0): string {
  const children = item.children.map((child) => asPlainText(text, child, depth + 1));
  return [`${'  '.repeat(depth)}${item.label}`, ...children].join(lineEndOf(text));
}
