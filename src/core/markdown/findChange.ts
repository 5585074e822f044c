/** One replacement: `[start, end)` of the old text became `[start, newEnd)` of the new. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** Characters compared at once: slices are compared far faster than single characters. */
const CHUNK = 4096;

/** What differs between two texts: without the characters both begin and end with. */
export function findChange(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.slice(start, start + CHUNK) === after.slice(start, start + CHUNK)) start += CHUNK;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  start = Math.min(start, most);
  let [end, newEnd] = [before.length, after.length];
  const room = (size: number): boolean => end - size >= start && newEnd - size >= start;
  while (room(CHUNK) && before.slice(end - CHUNK, end) === after.slice(newEnd - CHUNK, newEnd)) {
    end -= CHUNK;
    newEnd -= CHUNK;
  }
  while (room(1) && before.charCodeAt(end - 1) === after.charCodeAt(newEnd - 1)) {
    end--;
    newEnd--;
  }
  return { start, end, newEnd };
}
