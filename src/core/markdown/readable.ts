import { openersAt } from './openers.js';

/** Characters; a hundred times the longest note. Reading more would keep the editor waiting for many seconds. */
export const LONGEST = 2 * 1024 * 1024;

/** Quotes and lists in one another. The parser's time grows with the square of this and of what follows. */
export const DEEPEST = 200;

/** Brackets in one paragraph. */
export const MOST_BRACKETS = 5000;

/** Emphasis in one paragraph: `*`, `~`, and `_` at the edge of a word. */
export const MOST_MARKS = 2000;

/** Characters in one paragraph that the parser looks ahead to find where targets and comments end. */
const FARTHEST = 1_000_000;

/** Backticks in a row: each longer run is looked for anew. */
const MOST_TICKS = 50;

/** Lines that go on with the words of a quote or an item without its mark. */
const MOST_LAZY_LINES = 1000;

/** A character that is one too many. */
export interface Surplus {
  readonly at: number;
  readonly reason: 'deep' | 'tangled';
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ '[': '［', ']': '］', '*': '＊', _: '＿', '~': '～', '<': '＜' },
  ...{ '>': '＞', '-': '－', '+': '＋', '.': '．', ')': '）' },
  ...{ '\n': ' ', '\r': ' ', '`': '｀' },
};

/**
 * The text as it can be read in good time, with the same length: beyond the limits, characters that mean something to
 * Markdown are replaced by others that look like them. The same string where nothing is beyond them.
 */
export function readable(text: string): string {
  if (isModest(text)) return text;
  let [read, last] = ['', 0];
  for (const { at } of surplus(text)) {
    read += text.slice(last, at) + LOOK_ALIKES[text[at] ?? ''];
    last = at + 1;
  }
  return last === 0 ? text : read + text.slice(last);
}

/** What of a text is read as plain words, as it is nested too deep or its paragraph has too many marks. In order. */
export function* surplusOf(text: string): Generator<Surplus> {
  if (isModest(text)) return;
  for (const { at, reason } of surplus(text)) if (reason !== 'lazy') yield { at, reason };
}

/** As long a run of openers as can be without being too many: a tab stands for two levels. */
const LONG_RUN = /(?:^|[\r\n])[ \t>*+\-.)\d]{66}/;
const LONG_TICKS = '`'.repeat(MOST_TICKS + 1);

/** Whether all of a text together is within the limits of one paragraph, as nearly all notes are: that takes one look. */
function isModest(text: string): boolean {
  let [brackets, marks, closers, lines] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1)
    switch (text.charCodeAt(at)) {
      case 0x5b: // [
        brackets += 1;
        break;
      case 0x5d: // ]
        brackets += 1;
        if (text.charCodeAt(at + 1) === 0x28) closers += 1;
        break;
      case 0x3c: // <
        closers += 1;
        break;
      case 0x2a: // *
      case 0x5f: // _
      case 0x7e: // ~
        marks += 1;
        break;
      case 0x0a:
      case 0x0d:
        lines += 1;
    }
  return (
    brackets <= MOST_BRACKETS &&
    marks <= MOST_MARKS &&
    closers * text.length <= FARTHEST &&
    lines <= MOST_LAZY_LINES &&
    !text.includes(LONG_TICKS) &&
    !LONG_RUN.test(text)
  );
}

const MARKS = /[[*~]|\](?:\(<?)?|(?<![^\W_])_|_(?![^\W_])|<(?:!(?:--|\[)?|\?)|`+/g;
/** What ends what a mark opens. */
const CLOSERS: Readonly<Record<string, string>> = {
  ...{ '](': ')', '](<': '>', '<!': '>', '<!--': '-->', '<![': ']]>', '<?': '?>' },
};
/** Not the words of a paragraph: a heading, a fence, a line across the page or below a heading. */
const NO_WORDS = /^(?:#{1,6}(?:[ \t]|$)|`{3}|~{3}|[\s*_=-]*$)/;
/** A line of definitions, where no paragraph goes on: the parser takes one after the other. */
const DEFINITION = /^\[[^[\]\\]+\]:[ \t]*[^\s<(\\]+[ \t]*$/;
const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/);

/** Whether a table begins with `head` and `row`. */
function opensTable(head: string, row: string): boolean {
  if (!/^[|:-]/.test(row)) return false;
  const cells = cellsOf(row);
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) && cells.length === cellsOf(head).length;
}

/** Line by line: what is in a paragraph is counted from the first line that may begin one. */
function* surplus(text: string): Generator<{ at: number; reason: Surplus['reason'] | 'lazy' }> {
  let [brackets, marks, quotes, lazyLines, inTable, above, endAbove] = [0, 0, 0, 0, false, '', 0];
  let [isInside, defines, ahead] = [false, true, 0];
  const distance = lookingAhead(text);
  for (const { index: start, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    const opened = openersAt(text, start, DEEPEST);
    const words = line.slice(opened.end - start);
    if (words === '' && opened.quotes + opened.lists === 0) continue;
    const isBelow = start > 0 && isOneLineBreak(text, endAbove, start);
    const opens = opened.lists > 0 || opened.quotes > quotes;
    const hasWords = !NO_WORDS.test(words);
    inTable = isBelow && hasWords && !opens && (inTable || opensTable(above, words));
    const begins = !isBelow || opens || !hasWords;
    defines = !hasWords || ((begins || defines) && DEFINITION.test(words));
    if (begins || inTable || defines) [brackets, marks, ahead] = [0, 0, 0];
    isInside = opens || opened.quotes > 0 || (isInside && isBelow);
    lazyLines = isInside && isBelow && !opens && opened.quotes === 0 && hasWords ? lazyLines + 1 : 0;
    if (lazyLines > MOST_LAZY_LINES) for (let at = endAbove; at < start; at += 1) yield { at, reason: 'lazy' };
    if (opened.beyond >= 0) yield { at: opened.beyond, reason: 'deep' };
    for (const { index, 0: mark } of words.matchAll(MARKS)) {
      // what begins with them is a block
      if (index === 0 && /^[<`]/.test(mark)) continue;
      const at = opened.end + index;
      const closer = CLOSERS[mark];
      if (closer) ahead += distance(closer, at);
      const isOver =
        mark[0] === '`'
          ? mark.length > MOST_TICKS
          : /^[[\]]/.test(mark)
            ? ++brackets > MOST_BRACKETS
            : !closer && ++marks > MOST_MARKS;
      if (!isOver && !(closer && ahead > FARTHEST)) continue;
      for (let more = 0; more === 0 || mark[more] === '`'; more += 1) yield { at: at + more, reason: 'tangled' };
    }
    [quotes, above, endAbove] = [opened.quotes, words, start + line.length];
  }
}

const isOneLineBreak = (text: string, from: number, to: number): boolean =>
  to - from === 1 || (to - from === 2 && text[from] === '\r' && text[from + 1] === '\n');

/** How far it is from one offset to the next `word`, or to the end of the paragraph; offsets are asked for in order. */
function lookingAhead(text: string): (word: string, from: number) => number {
  const known = new Map<string, number>();
  const next = (word: string, from: number, find: () => number): number => {
    const before = known.get(word) ?? -1;
    const at = before < from ? find() : before;
    known.set(word, at);
    return at;
  };
  const blank = /(?:\r\n|\r(?!\n)|\n)[ \t>]*[\r\n]/g;
  const endFrom = (from: number): number => {
    blank.lastIndex = from;
    return blank.exec(text)?.index ?? text.length;
  };
  return (word, from) => {
    const end = next('', from, () => endFrom(from));
    const found = next(word, from, () => (text.indexOf(word, from) + 1 || text.length + 1) - 1);
    return Math.min(found, end) - from;
  };
}
