import { span, type TextEdit } from './span.js';

/** The one smallest edit that turns `before` into `after`: what stands between their common beginning and end. */
export function diffSpan(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { span: span(start, before.length - tail), newText: after.slice(start, after.length - tail) };
}
