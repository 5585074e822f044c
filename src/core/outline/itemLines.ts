import { lineEnd, lineStart } from '../text/lines.js';
import { type Span, slice, span } from '../text/span.js';
import type { OutlineItem } from './outline.js';

/** An item's source: whole lines with all it holds. */
export interface ItemLines {
  /** From the start of its first line to the end of its last, line end left out. */
  readonly span: Span;
  /** Blanks and tabs in front of its bullet. */
  readonly prefix: string;
}

/** The lines of a bullet; undefined where it does not begin its line (`- - x`, `> - x`) or is none. */
export function itemLines(text: string, item: OutlineItem): ItemLines | undefined {
  if (item.kind === 'section') return undefined;
  const start = lineStart(text, item.span.start);
  const prefix = text.slice(start, item.span.start);
  if (/[^ \t]/.test(prefix)) return undefined;
  let last = item.span.end;
  while (last > item.span.start && /[\r\n]/.test(text[last - 1] ?? '')) last -= 1;
  return { span: span(start, lineEnd(text, last)), prefix };
}

/** Lines of Markdown with another indentation: what stands in front of the first line goes, `to` comes. */
export function reindent(block: string, from: string, to: string): string {
  if (from === to) return block;
  return block.replace(/^([ \t]*)(?=[^ \t\r\n])/gm, (all, blanks: string) => {
    if (blanks.startsWith(from)) return to + blanks.slice(from.length);
    const deeper = columns(blanks) - columns(from);
    return deeper < 0 ? all : to + ' '.repeat(deeper);
  });
}

/** How wide blanks and tabs are: a tab goes to the next multiple of four. https://spec.commonmark.org/0.31.2/#tabs */
export function columns(blanks: string): number {
  let width = 0;
  for (const char of blanks) width += char === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** The indentations a first child of `parent` may have, the note's own step first. */
export function childPrefixes(text: string, parent: OutlineItem, outline: readonly OutlineItem[]): string[] {
  const lines = itemLines(text, parent);
  if (!lines) return [];
  const marker = /^\S+[ \t]?/.exec(slice(text, parent.span))?.[0].length ?? 2;
  const steps = [usualStep(text, outline), ' '.repeat(marker), '\t', '    '];
  return [...new Set(steps.flatMap((step) => (step === undefined ? [] : lines.prefix + step)))];
}

/** By how much the note's children are indented most often. */
function usualStep(text: string, outline: readonly OutlineItem[]): string | undefined {
  const seen = new Map<string, number>();
  const visit = (items: readonly OutlineItem[], above: string | undefined): void => {
    for (const item of items) {
      const prefix = itemLines(text, item)?.prefix;
      if (above !== undefined && prefix?.startsWith(above) && prefix.length > above.length) {
        const step = prefix.slice(above.length);
        seen.set(step, (seen.get(step) ?? 0) + 1);
      }
      visit(item.children, prefix);
    }
  };
  visit(outline, undefined);
  return [...seen].sort((a, b) => b[1] - a[1])[0]?.[0];
}
