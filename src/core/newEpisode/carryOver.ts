import type { Episode, Section } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import type { OutlineItem, Progress } from '../outline/outline.js';
import { walkOutline } from '../outline/progress.js';
import { behindLine, lineEnd, lineStart } from '../text/lines.js';
import { applyEdits, contains, type Span, slice, span, type TextEdit } from '../text/span.js';
import type { CarryMode } from './choices.js';

/** What a note hands on to the next: Markdown, byte for byte but for what `mode` and stamps ask for. */
export interface CarriedOutline {
  /** The source's heading above it, without `#`; null where it stood under none. */
  readonly heading: string | null;
  readonly markdown: string;
}

/** The outline of `source` as `mode` wants it; undefined where there is nothing to carry. */
export function carryOutline(
  source: Episode,
  mode: CarryMode,
  stamps: readonly TextEdit[],
): CarriedOutline | undefined {
  const found = mode === 'none' ? undefined : outlineSpan(source);
  if (!found) return undefined;
  const { text } = source.syntax;
  const edits = [...editsFor(source, mode), ...stamps].filter((edit) => contains(found.span, edit.span));
  const markdown = applyWithin(text, found.span, dropInside(edits));
  return { heading: found.heading, markdown };
}

/** How many tasks `mode` would carry, and how many of them ticked. */
export function carriedTasks(source: Episode, mode: CarryMode): Progress {
  const carried = carryOutline(source, mode, []);
  return carried ? parseEpisode(`## Outline\n\n${carried.markdown}`).progress : { done: 0, total: 0 };
}

/** Edits inside a removed range would speak of text that is gone. */
function dropInside(edits: readonly TextEdit[]): TextEdit[] {
  const removed = edits.filter((edit) => edit.newText === '' && edit.span.end > edit.span.start);
  return edits.filter((edit) => !removed.some((one) => one !== edit && contains(one.span, edit.span)));
}

function applyWithin(text: string, part: Span, edits: readonly TextEdit[]): string {
  const shifted = edits.map(({ span: at, newText }) => ({
    span: span(at.start - part.start, at.end - part.start),
    newText,
  }));
  return applyEdits(slice(text, part), shifted);
}

/** The outline stands where the checkboxes are, under whatever heading. */
function outlineSpan(source: Episode): { span: Span; heading: string | null } | undefined {
  const tasks = walkOutline(source.outline).filter((item) => item.kind === 'task');
  const first = tasks[0];
  if (!first) return undefined;
  const section = rootSections(source).find(({ span: whole }) => contains(whole, first.span));
  const blocks = source.syntax.blocks.filter((block) => section === undefined || contains(section.body, block));
  const whole = section !== undefined && (section.kind === 'notes' || section.kind === 'other');
  const withTasks = blocks.filter((block) => tasks.some((task) => contains(block, task.span)));
  const start = whole ? section.body.start : lineStart(source.syntax.text, withTasks[0]?.start ?? first.span.start);
  const end = whole ? section.body.end : lineEnd(source.syntax.text, withTasks.at(-1)?.end ?? first.span.end);
  return { span: span(start, end), heading: whole ? section.heading.plain : null };
}

/** Sections that stand in no other. */
const rootSections = ({ sections }: Episode): Section[] =>
  sections.filter((one) => !sections.some((other) => other !== one && contains(other.body, one.span)));

function editsFor(source: Episode, mode: CarryMode): TextEdit[] {
  if (mode === 'fresh')
    return boxes(source)
      .filter(({ checked }) => checked)
      .map(({ start }) => ({ span: span(start + 1, start + 2), newText: ' ' }));
  if (mode !== 'open') return [];
  const { text } = source.syntax;
  return finishedBranches(source.outline).map((item) => {
    const start = lineStart(text, item.span.start);
    return { span: span(start, Math.max(start, behindLine(text, item.span.end))), newText: '' };
  });
}

const boxes = (source: Episode) => walkOutline(source.outline).flatMap(({ box }) => box ?? []);

const hasOpen = (item: OutlineItem): boolean => item.checked === false || item.children.some(hasOpen);

/** The topmost items that neither are open nor hold an open task; plain ones go only with a finished parent. */
function finishedBranches(items: readonly OutlineItem[], underOpen = true): OutlineItem[] {
  return items.flatMap((item) => {
    if (hasOpen(item)) return finishedBranches(item.children, item.checked !== true);
    if (item.kind === 'section') return finishedBranches(item.children, true);
    return item.checked === null && underOpen && !hasTasks(item) ? [] : [item];
  });
}

const hasTasks = (item: OutlineItem): boolean => item.checked !== null || item.children.some(hasTasks);

/** The Reference Links of `source`, behind its heading; undefined where there are none. */
export function carryReferences(source: Episode): string | undefined {
  const section = source.sections.find(({ kind }) => kind === 'references');
  const body = section ? slice(source.syntax.text, section.body) : '';
  const holdsOutline =
    section !== undefined &&
    walkOutline(source.outline).some((item) => item.kind === 'task' && contains(section.span, item.span));
  return body.trim() === '' || holdsOutline ? undefined : body;
}
