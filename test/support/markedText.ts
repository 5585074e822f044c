import type { Span } from '../../src/core/text/span.js';

/** `a ⟦b⟧ c` → `a b c` and where `b` stands. Marks may stand side by side, not inside each other. */
export function readMarked(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start = -1;
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') start = text.length;
    else if (part === '⟧') spans.push({ start, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** The reverse: every span between `⟦` and `⟧`, for readable differences. */
export function mark(text: string, spans: readonly Span[]): string {
  let marked = '';
  let last = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    marked += `${text.slice(last, start)}⟦${text.slice(start, end)}⟧`;
    last = end;
  }
  return marked + text.slice(last);
}
