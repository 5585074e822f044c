/** A number for a text: a positive one of 30 bits, the same for the same text. https://en.wikipedia.org/wiki/Fowler–Noll–Vo_hash_function */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 2) + 1;
}

/** Positive numbers that are more than once in some lists. A table of numbers: a `Set` of them all takes ten times as long. */
export function repeated(lists: readonly (readonly number[])[]): ReadonlySet<number> {
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const mask = 2 ** Math.ceil(Math.log2(2 * count + 2)) - 1;
  const table = new Int32Array(mask + 1);
  const again = new Set<number>();
  for (const numbers of lists) {
    for (const number of numbers) {
      let at = number & mask;
      while (table[at] !== 0 && table[at] !== number) at = (at + 1) & mask;
      if (table[at] === number) again.add(number);
      table[at] = number;
    }
  }
  return again;
}
