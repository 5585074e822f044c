/** Characters; a hundred times the longest note. Reading more would keep the editor waiting for many seconds. */
export const LONGEST = 2 * 1024 * 1024;

/** More than any note nests; the parser's time grows with the square of it. */
export const DEEPEST = 200;

/** Brackets in one paragraph; the parser's time grows with the square of them. */
export const MOST_BRACKETS = 20_000;

const [TAB, BLANK, QUOTE] = [9, 32, 62];
const BULLETS = new Set([42, 43, 45]);
const ENDS = new Set([41, 46]);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isBlank = (code: number): boolean => code === BLANK || code === TAB;

/** Whether a text is too long, or nested too deep, to be read in good time. */
export const isUnreadable = (text: string): boolean =>
  text.length > LONGEST || deepestLine(text) !== null || (text.length > MOST_BRACKETS && tangledLine(text) !== null);

/** The first line (1-based) that opens more quotes and lists, `> - 1. …`, than can be read in good time. */
export function deepestLine(text: string): number | null {
  let end = -1;
  for (let at = 0; at < text.length; ) {
    const start = at;
    if (end < at) end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    // each opener is a character at least
    if (end - at <= DEEPEST) {
      at = end + 1;
      continue;
    }
    let depth = 0;
    for (let next = behindOpener(text, at); next > at; next = behindOpener(text, at)) {
      depth += 1;
      if (depth > DEEPEST) return text.slice(0, start).split(/\r\n|\n|\r/).length;
      at = next;
    }
    at = endOfLine(text, at) + 1;
  }
  return null;
}

/** The line (1-based) with the bracket that is one too many for its paragraph; lists and quotes begin new ones. */
export function tangledLine(text: string): number | null {
  if (text.length <= MOST_BRACKETS) return null;
  let brackets = 0;
  for (let at = 0, line = 1; at < text.length; at = endOfLine(text, at) + 1, line += 1) {
    const end = endOfLine(text, at);
    let first = at;
    while (isBlank(text.charCodeAt(first))) first += 1;
    if (first >= end || behindOpener(text, at) > at) brackets = 0;
    for (let index = first; index < end; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 91 || code === 93) brackets += 1;
    }
    if (brackets > MOST_BRACKETS) return line;
  }
  return null;
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

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
  return at;
}
