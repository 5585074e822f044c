import { span, type TextEdit } from './span.js';

/** Characters compared at once: slices are compared far faster than single characters. */
const CHUNKS = [65536, 4096, 512, 64, 8];

/** The one smallest edit that turns `before` into `after`: what stands between their common beginning and end. */
export function diffSpan(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  for (const size of CHUNKS)
    while (start + size <= shorter && before.slice(start, start + size) === after.slice(start, start + size))
      start += size;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let [end, newEnd, left] = [before.length, after.length, shorter - start];
  const back = (size: number): void => {
    end -= size;
    newEnd -= size;
    left -= size;
  };
  for (const size of CHUNKS)
    while (left >= size && before.slice(end - size, end) === after.slice(newEnd - size, newEnd)) back(size);
  while (left > 0 && before.charCodeAt(end - 1) === after.charCodeAt(newEnd - 1)) back(1);
  return { span: span(start, end), newText: after.slice(start, newEnd) };
}
