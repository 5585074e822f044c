/** Characters between two brackets of one link, and in a URL: beyond, nobody means them to belong together. */
export const FAR = 2000;

/**
 * The `[` (or `(`) that `close` at `text[at]` belongs to; -1 where there is none. Escaped ones do not count.
 */
export function findOpening(text: string, at: number, open: '[' | '(', close: ']' | ')'): number {
  let depth = 0;
  for (let index = at; index >= Math.max(0, at - FAR); index -= 1) {
    const char = text[index];
    if ((char !== close && char !== open) || isEscaped(text, index)) continue;
    if (char === close) depth += 1;
    else {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}

/** The last `[` of `text[from…to]` that nothing closes before `to`; -1 where there is none. */
export function findUnclosed(text: string, from: number, to: number): number {
  let depth = 0;
  for (let index = to - 1; index >= Math.max(from, to - FAR); index -= 1) {
    const char = text[index];
    if ((char !== ']' && char !== '[') || isEscaped(text, index)) continue;
    if (char === ']') depth += 1;
    else {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return -1;
}

/** The first `close` from `from` on that nothing opens before it, on the same line; -1 where there is none. */
export function findClosing(text: string, from: number, open: '[' | '(', close: ']' | ')'): number {
  let depth = 0;
  for (let index = from; index < Math.min(text.length, from + FAR); index += 1) {
    const char = text[index];
    if (char === '\r' || char === '\n') return -1;
    if ((char !== close && char !== open) || isEscaped(text, index)) continue;
    if (char === open) depth += 1;
    else {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return -1;
}

/** Whether an odd number of backslashes stands in front. */
function isEscaped(text: string, index: number): boolean {
  let count = 0;
  while (text[index - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}
