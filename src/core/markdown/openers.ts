const [TAB, BLANK, QUOTE] = [9, 32, 62];
const BULLETS = new Set([42, 43, 45]);
const ENDS = new Set([41, 46]);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isBlank = (code: number): boolean => code === BLANK || code === TAB;

/** The quotes and lists that a line opens or goes on with: `> - 1. …` */
export interface Openers {
  /** Where the words begin. */
  readonly end: number;
  readonly quotes: number;
  readonly lists: number;
  /** The last character of the opener that is one too many; −1 where none is. */
  readonly beyond: number;
}

/** Of the line at `from`, no deeper than `most`: its indent stands for as many levels as it may be in. */
export function openersAt(text: string, from: number, most: number): Openers {
  let [end, quotes, lists, depth] = [from, 0, 0, 0];
  for (let next = behindOpener(text, end); next > end; next = behindOpener(text, end)) {
    depth += 1 + levelsOf(text, end);
    if (depth > most) return { end, quotes, lists, beyond: next - 1 };
    if (text.charCodeAt(next - 1) === QUOTE) quotes += 1;
    else lists += 1;
    end = next;
  }
  while (isBlank(text.charCodeAt(end))) end += 1;
  return { end, quotes, lists, beyond: -1 };
}

/** A level takes two columns at least. */
function levelsOf(text: string, from: number): number {
  let columns = 0;
  for (let at = from; isBlank(text.charCodeAt(at)); at += 1) columns += text.charCodeAt(at) === TAB ? 4 : 1;
  return columns >> 1;
}

/** Where the quote or list marker at `at` ends, blanks before it included; `at` where there is none. */
function behindOpener(text: string, at: number): number {
  let next = at;
  while (isBlank(text.charCodeAt(next))) next += 1;
  const code = text.charCodeAt(next);
  if (code === QUOTE) return next + 1;
  if (BULLETS.has(code)) return isBlank(text.charCodeAt(next + 1)) ? next + 1 : at;
  const digits = next;
  while (isDigit(text.charCodeAt(next)) && next - digits < 10) next += 1;
  const marked = next > digits && ENDS.has(text.charCodeAt(next)) && isBlank(text.charCodeAt(next + 1));
  return marked ? next + 1 : at;
}
