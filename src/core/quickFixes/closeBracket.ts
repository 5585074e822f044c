import { type BrokenLink, findBrokenLinks } from '../diagnostics/brokenLinks.js';
import type { QuickFix } from '../diagnostics/rule.js';
import { lineStart } from '../text/lines.js';
import { slice, span, type TextEdit } from '../text/span.js';
import type { Fixer } from './quickFix.js';

/** Makes the link that was meant: `[words(url)`, `(words)(url)`, `[words](url`, `[words] (url)`, `words(url)`. */
export const closeBracket: Fixer = {
  code: 'link.missing-bracket',
  compute({ episode: { syntax } }, problem) {
    const broken = findBrokenLinks(syntax).find(
      ({ span: at }) => at.start === problem.span.start && at.end === problem.span.end,
    );
    return broken ? fixesFor(broken, syntax.text) : [];
  },
};

const insert = (at: number, newText: string): TextEdit => ({ span: span(at, at), newText });
const put = (start: number, end: number, newText: string): TextEdit => ({ span: span(start, end), newText });
const sure = (title: string, edits: readonly TextEdit[]): QuickFix[] => [{ title, preferred: true, edits }];

function fixesFor(broken: BrokenLink, text: string): QuickFix[] {
  const { kind, span: at, label, target } = broken;
  switch (kind) {
    case 'unclosedLabel':
      return sure('Close the bracket', [put(label.end, target.start - 1, ']')]);
    case 'parentheses':
      return sure('Put the words in square brackets', [
        put(at.start, at.start + 1, '['),
        put(label.end, label.end + 1, ']'),
      ]);
    case 'unclosedTarget':
      return closeTarget(broken, text);
    case 'blankBetween':
      return sure('Remove the blank', [put(label.end + 1, target.start - 1, '')]);
    case 'noParentheses':
      return sure('Put the URL in parentheses', [insert(target.start, '('), put(target.end, at.end, ')')]);
    case 'unopenedLabel':
      return openLabel(broken, text);
    case 'noBrackets':
      return linkWords(broken, text);
    default:
      return [];
  }
}

/** The `)` stands in front of the punctuation that ends a sentence. */
function closeTarget({ target }: BrokenLink, text: string): QuickFix[] {
  const url = slice(text, target).replace(/(?<![.,;:!?])[.,;:!?]+$/, '');
  return sure('Close the parenthesis', [insert(target.start + url.length, ')')]);
}

/** `the announcement](url)`: all words of the line are the link's, or so it is offered. */
function openLabel({ span: at }: BrokenLink, text: string): QuickFix[] {
  const start = wordsBefore(at.start, text);
  if (start === at.start || /[[\]]/.test(text.slice(start, at.start))) return [];
  return [{ title: `Make “${text.slice(start, at.start)}” a link`, preferred: false, edits: [insert(start, '[')] }];
}

/** `Kubernetes Release Notes(url)`: which words were meant is the author's to say. */
function linkWords({ label }: BrokenLink, text: string): QuickFix[] {
  const line = wordsBefore(label.start, text);
  const phrase = phraseStart(line, label.end, text);
  const starts = [...new Set([phrase, label.start, line])].filter(
    (start) => start < label.end && !/[[\]]|:\/\//.test(text.slice(start, label.end)),
  );
  const links = starts.map((start) => ({
    title: `Make “${text.slice(start, label.end)}” a link`,
    preferred: false,
    edits: [insert(start, '['), insert(label.end, ']')],
  }));
  return [...links, { title: 'Put a blank before the parenthesis', preferred: false, edits: [insert(label.end, ' ')] }];
}

/** Where the capitalised words before an offset begin, the last of which may be any. */
function phraseStart(from: number, end: number, text: string): number {
  const words = [...text.slice(from, end).matchAll(/[^\s()[\]]+/g)].reverse();
  let start = end;
  for (const { 0: word, index } of words) {
    const gap = text.slice(from + index + word.length, start);
    if (start < end ? !(/^\p{Lu}/u.test(word) && /^[ \t]+$/.test(gap)) : gap !== '') break;
    start = from + index;
  }
  return start;
}

/** Where the words of a line begin, behind quote marks, bullet, box and time. */
function wordsBefore(offset: number, text: string): number {
  const start = lineStart(text, offset);
  const marks = /^[\s>]*(?:#{1,6}[ \t]+)?(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?(?:[\d:]+[ \t]+-[ \t]+)?/;
  return Math.min(offset, start + (marks.exec(text.slice(start, offset))?.[0].length ?? 0));
}
