import type { NoteSyntax } from '../markdown/syntax.js';
import { oncePer } from '../text/oncePer.js';
import { moveSpan, type Span, span } from '../text/span.js';
import { FAR, findClosing, findOpening, findUnclosed } from './brackets.js';
import { LINK, type Prose, proseOf } from './prose.js';

/**
 * What its author meant as a link and Markdown does not read as one:
 * `unclosedLabel` `[text(url)` · `noBrackets` `text(url)` · `parentheses` `(text)(url)` · `unopenedLabel` `text](url)` ·
 * `unclosedTarget` `[text](url` · `blankBetween` `[text] (url)` · `noParentheses` `[text]url` ·
 * `doubledTarget` `[text](url)(url)` · `doubledParenthesis` `[text]((url)` · `blankInTarget` `[text](url url)`
 */
export type BrokenLinkKind =
  | 'unclosedLabel'
  | 'noBrackets'
  | 'parentheses'
  | 'unopenedLabel'
  | 'unclosedTarget'
  | 'blankBetween'
  | 'noParentheses'
  | 'doubledTarget'
  | 'doubledParenthesis'
  | 'blankInTarget';

export interface BrokenLink {
  readonly kind: BrokenLinkKind;
  readonly span: Span;
  /** The words meant as the link's text; empty where they are not known. */
  readonly label: Span;
  /** The URL, without parentheses. */
  readonly target: Span;
}

/** Every broken link of a note, in the order of the text. Only targets that begin with `http://`, `https://` or `www.`. */
export const findBrokenLinks = oncePer((syntax: NoteSyntax): readonly BrokenLink[] =>
  proseOf(syntax)
    .flatMap((prose) => [...inProse(prose, syntax.text)].map((link) => shifted(link, prose.start)))
    .sort((a, b) => a.span.start - b.span.start),
);

/** `(https://…)` with what stands in front of it. Offsets in the prose. */
interface Parenthesised {
  readonly open: number;
  readonly target: Span;
  /** Behind the `)`, or behind the URL where none follows it. */
  readonly end: number;
  readonly closed: boolean;
}

/** What every broken link has. */
const BRACKETS = /[(\]](?:https?:\/\/|www\.)/i;

function* inProse({ text, start }: Prose, note: string): Generator<BrokenLink> {
  if (!BRACKETS.test(text)) return;
  for (const match of text.matchAll(/\((?=https?:\/\/|www\.)/gi)) {
    const target = readTarget(text, match.index + 1);
    const closed = text[target.end] === ')';
    const here = { open: match.index, target, end: target.end + (closed ? 1 : 0), closed };
    const found =
      behindLink(text, here, note.slice(0, start + match.index)) ??
      behindBracket(text, here) ??
      behindBlank(text, here) ??
      behindParentheses(text, here) ??
      behindOpenBracket(text, here) ??
      behindWord(text, here);
    if (found) yield found;
  }
  yield* withoutParentheses(text);
}

/** From `from` to the next blank, `<`, masked character or unmatched `)`. */
function readTarget(text: string, from: number): Span {
  let depth = 0;
  let end = from;
  for (; end < Math.min(text.length, from + FAR); end += 1) {
    const char = text[end] ?? '';
    if (/[\s<\uE000\uE001]/.test(char) || (char === ')' && depth === 0)) break;
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
  }
  return span(from, end);
}

/** `[text](url)(url)` */
function behindLink(text: string, { open, target, end }: Parenthesised, before: string): BrokenLink | undefined {
  if (text[open - 1] !== LINK || !before.endsWith(')')) return undefined;
  return { kind: 'doubledTarget', span: span(open, end), label: span(open, open), target };
}

/** `[text]((url)`, `[text](url`, `[text](url url)`, `text](url)` */
function behindBracket(text: string, { open, target, end, closed }: Parenthesised): BrokenLink | undefined {
  const doubled = text[open - 1] === '(' && text[open - 2] === ']';
  const close = doubled ? open - 2 : open - 1;
  if (text[close] !== ']' || text[close - 1] === '\\') return undefined;
  const opening = findOpening(text, close, '[', ']');
  if (opening < 0) {
    const nothing = span(close, close);
    return closed ? { kind: 'unopenedLabel', span: span(close, end), label: nothing, target } : undefined;
  }
  const from = text[opening - 1] === '!' ? opening - 1 : opening;
  const label = span(opening + 1, close);
  if (doubled) return { kind: 'doubledParenthesis', span: span(from, end), label, target };
  if (closed) return undefined;
  const closing = findClosing(text, target.end, '(', ')');
  if (closing < 0) return { kind: 'unclosedTarget', span: span(from, end), label, target };
  return { kind: 'blankInTarget', span: span(from, closing + 1), label, target: span(open + 1, closing) };
}

/** `[text] (url)`; not `[1] (url)` and `[Name 2019] (url)`. */
function behindBlank(text: string, { open, target, end, closed }: Parenthesised): BrokenLink | undefined {
  const close = open - 2;
  if (!closed || text[open - 1] !== ' ' || text[close] !== ']' || text[close - 1] === '\\') return undefined;
  const opening = findOpening(text, close, '[', ']');
  const label = span(opening + 1, close);
  if (opening < 0 || !isLabel(text.slice(label.start, label.end))) return undefined;
  return { kind: 'blankBetween', span: span(opening, end), label, target };
}

/** `(text)(url)` */
function behindParentheses(text: string, { open, target, end, closed }: Parenthesised): BrokenLink | undefined {
  if (!closed || text[open - 1] !== ')' || text[open - 2] === '\\') return undefined;
  const opening = findOpening(text, open - 1, '(', ')');
  const label = span(opening + 1, open - 1);
  const words = text.slice(label.start, label.end);
  if (opening < 0 || words.trim() === '' || /:\/\/|[\r\n\uE000]/.test(words)) return undefined;
  return { kind: 'parentheses', span: span(opening, end), label, target };
}

/** `[text(url)`; not `[text (url) text]`. */
function behindOpenBracket(text: string, { open, target, end, closed }: Parenthesised): BrokenLink | undefined {
  const opening = findUnclosed(text, 0, open);
  if (!closed || opening < 0 || /[\r\n]/.test(text.slice(opening, open)) || findClosing(text, end, '[', ']') >= 0)
    return undefined;
  const label = span(opening + 1, opening + 1 + text.slice(opening + 1, open).trimEnd().length);
  const words = text.slice(label.start, label.end);
  if (!/^\S/.test(words) || /:\/\//.test(words)) return undefined;
  const glued = label.end === open;
  if (!glued && !/^[ \t.,;:!?]*(?:[\r\n]|$)/.test(text.slice(end))) return undefined;
  const from = text[opening - 1] === '!' ? opening - 1 : opening;
  return { kind: 'unclosedLabel', span: span(from, end), label, target };
}

/** A word that needs a blank in front of a parenthesis; in Chinese, Japanese and Korean none is usual. */
const GLUED = /(?:[\p{L}\p{N}\p{M}](?<![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])|\uE001)[*_~]*$/u;
const LONGEST_WORD = 200;
const WORD = /(?<![^\s()[\]])[^\s()[\]]+$/;

/** `text(url)`; not `text (url)`. */
function behindWord(text: string, { open, target, end, closed }: Parenthesised): BrokenLink | undefined {
  const from = Math.max(0, open - LONGEST_WORD);
  const before = text.slice(from, open);
  if (!closed || !GLUED.test(before)) return undefined;
  const start = from + (WORD.exec(before)?.index ?? before.length);
  return { kind: 'noBrackets', span: span(start, end), label: span(start, open), target };
}

/** `[text]https://…` and `[text]https://…)` */
function* withoutParentheses(text: string): Generator<BrokenLink> {
  const parenthesis = text.indexOf('(');
  for (const match of text.matchAll(/(?<!\\)\](?=https?:\/\/)/gi)) {
    const opening = findOpening(text, match.index, '[', ']');
    const label = span(opening + 1, match.index);
    if (opening < 0 || !isLabel(text.slice(label.start, label.end))) continue;
    const read = readTarget(text, match.index + 1);
    const end = text[read.end] === ')' && !(parenthesis >= 0 && parenthesis < opening) ? read.end + 1 : read.end;
    const url = text.slice(read.start, read.end).replace(/(?<![.,;:!?\]])[.,;:!?\]]+$/, '');
    const target = span(read.start, read.start + url.length);
    yield { kind: 'noParentheses', span: span(opening, Math.max(end === read.end ? target.end : end)), label, target };
  }
}

/** Words that name a link: no box, no number, no `[!NOTE]`, no citation. */
const isLabel = (label: string): boolean =>
  label.trim().length > 1 &&
  !/^[!^@#]/.test(label) &&
  !/^[\d\s,;.–-]+$/.test(label) &&
  !/^\p{Lu}[^\d]{0,60}\b\d{4}[a-z]?$/u.test(label) &&
  !/^\p{Lu}{2,}[ -]?\d+$/u.test(label) &&
  label !== 'TOC' &&
  label !== 'sic';

const shifted = ({ kind, span: at, label, target }: BrokenLink, by: number): BrokenLink => ({
  kind,
  span: moveSpan(at, by),
  label: moveSpan(label, by),
  target: moveSpan(target, by),
});
