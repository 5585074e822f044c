import type { Span } from '../../text/span.js';
import { EMAIL, TABLE } from '../gfm.js';
import type { Block } from '../syntax.js';
import { TAG } from './matching.js';

/** Where lezer and micromark may read differently, or lezer does not read at all. */

/** Blank to Markdown. */
export const isBlank = (text: string): boolean => /^[ \r\n]*$/.test(text);

/** Changes what the blocks of a section are. */
export const UNSURE_SECTION = /[\t\0\uFEFF]|\r(?!\n)|<\/?(?:search|source)\b/i;

/** Changes how words are read: e-mails, footnotes, line breaks by `\`, and emphasis whose marks touch or differ. */
export const unsureWords = (source: string): boolean =>
  UNSURE_WORDS.test(source) ||
  EMAIL.test(source) ||
  (source.includes('**') && /(?:^|[^*])\*(?!\*)/.test(source)) ||
  (source.includes('__') && /(?:^|[^_])_(?!_)/.test(source));
const UNSURE_WORDS = /\\(?:[`\r\n]|$)|\[\^|\*(?:[_~]|\*\*)|_(?:[*~]|__)|~[*_]/;

/** A box that is not the first of an item may be one all the same, where an empty item stands before it. */
export const BOX = /^ *\[[ xX]\]/;

/** Whether a paragraph might be a table, HTML or definitions, or end before its last line. */
export const mayBeNoParagraph = (source: string): boolean =>
  (source.startsWith('<') && isTagAlone(source)) ||
  DEFINITION.test(source) ||
  (source.includes('\n') && (UNSURE_LINE.test(source) || TABLE.test(source)));

/** Whether the first line is a tag and nothing else. */
function isTagAlone(source: string): boolean {
  const line = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  TAG.lastIndex = 0;
  return TAG.test(line) && isBlank(line.slice(TAG.lastIndex));
}
const DEFINITION = /^\[[^\r\n]*\]:/;
/** A later line that another block could begin with. */
const UNSURE_LINE = /\n[ >]*(?:<[a-z/!?]|\d{1,9}[.)]|[-+*] *(?:\r?\n|$))/i;

/** Blocks of HTML that the two may know by other rules. */
export const UNSURE_HTML = /^<(?!!--)(?:!|\/?[\w-]*_|[^\r\n]*(?:=\s*[^\s"']|[^\S ]))/;

/** Whether a fence that begins at `column` is closed by its last line, no further in. */
export function isClosedFence(source: string, column: number): boolean {
  const [, indent = '', fence = ''] = /\n( *)(`{3,}|~{3,}) *$/.exec(source) ?? [];
  const opener = /^(?:`+|~+)/.exec(source)?.[0] ?? '';
  return fence.startsWith(opener) && fence !== '' && indent.length <= column;
}

/** Whether every line of a quote is marked as one, the last with words. */
export const isPlainQuote = (source: string): boolean => /^(?:>[^\n]*\n {0,3})*> ?[^\s>][^\n]*$/.test(source);

/** Whether every row of a table is between pipes, with no escapes or code among its words. */
export function isPlainTable(source: string): boolean {
  const [head = '', delimiters = '', ...rows] = source.split(/\r?\n/);
  return /^\|[ |:-]*\|$/.test(delimiters) && [head, ...rows].every((row) => /^\|[^\\`]*\|$/.test(row));
}

/** Whether nothing before or behind a block at the top level can change what it is: blank lines, or a heading above. */
export function standsAlone(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, Math.max(lineStart - 1, 0));
  const below = text.slice(end, text.indexOf('\n', text.indexOf('\n', end) + 1) + 1 || undefined);
  return (lineStart === 0 || /^ *\r?$|^#{1,6} /.test(above)) && isBlank(below);
}

/** Blocks that do not reach over a blank line. */
export const CLOSED_BY_BLANK: ReadonlySet<Block['kind']> = new Set([
  'paragraph',
  'heading',
  'table',
  'thematicBreak',
  'definition',
]);
