import { span, type TextEdit } from './span.js';

/** Characters compared at once: slices are compared far faster than single characters. */
const CHUNK = 4096;

/** The one smallest edit that turns `before` into `after`: what stands between their common beginning and end. */
export function diffSpan(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const sameFrom = (at: number, size: number): boolean => before.slice(at, at + size) === after.slice(at, at + size);
  let start = 0;
  for (const size of [CHUNK, 1]) while (start + size <= shorter && sameFrom(start, size)) start += size;
  let [end, newEnd] = [before.length, after.length];
  for (const size of [CHUNK, 1])
    while (
      Math.min(end, newEnd) - size >= start &&
      before.slice(end - size, end) === after.slice(newEnd - size, newEnd)
    ) {
      end -= size;
      newEnd -= size;
    }
  return { span: span(start, end), newText: after.slice(start, newEnd) };
}
