import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { oncePer } from '../text/oncePer.js';
import type { Block, NoteSyntax } from './syntax.js';
import { walkBlocks } from './visit.js';

/**
 * What the definitions (`[A`) and footnotes (`^A`) of a note are called, as Markdown compares them. Brackets are
 * references only to one of these; what they are depends on no reference.
 */
export type Labels = ReadonlySet<string>;

export const NO_LABELS: Labels = new Set();

export const hasSame = (some: Labels, others: Labels): boolean =>
  some.size === others.size && [...some].every((label) => others.has(label));

/** Whether there may be definitions or footnotes. */
export const mayDefine = (text: string): boolean => text.includes(']:');

/** The label of what stands between the brackets of a definition or footnote. */
export const labelOf = (written: string): string =>
  (/^\^\S+$/.test(written) ? '' : '[') + normalizeIdentifier(written.replaceAll('\0', '\uFFFD'));

/** Those that `blocks` define. */
export function labelsIn(blocks: readonly Block[]): Labels {
  const labels = new Set<string>();
  for (const block of walkBlocks(blocks))
    if (block.kind === 'definition' || block.kind === 'footnote')
      labels.add((block.kind === 'footnote' ? '^' : '[') + block.identifier.toUpperCase());
  return labels;
}

/** Those that a part of a note defines. */
export const labelsOf = oncePer(({ text, blocks }: NoteSyntax) => (mayDefine(text) ? labelsIn(blocks) : NO_LABELS));

/** Those that a note defines which consists of these parts; `known` where that is the same. */
export function labelsOfAll(parts: readonly { readonly note: NoteSyntax }[], known = NO_LABELS): Labels {
  const labels = new Set<string>();
  for (const { note } of parts) for (const label of labelsOf(note)) labels.add(label);
  return hasSame(labels, known) ? known : labels;
}

interface Brackets {
  /** What stands between them. */
  readonly written: string;
  readonly end: number;
  /** What stands before them on their line. */
  before(): string;
}

/** Brackets with no others between them: every reference and every label of a definition there may be, and more. */
function* bracketsIn(text: string): Generator<Brackets> {
  let [line, open] = [0, -1];
  for (let at = 0; at < text.length; at += 1)
    switch (text.charCodeAt(at)) {
      case 0x0a:
      case 0x0d:
        line = at + 1;
        break;
      case 0x5c: // \
        if (!/[\r\n]/.test(text[at + 1] ?? '')) at += 1;
        break;
      case 0x5b: // [
        open = at;
        break;
      case 0x5d: // ]
        if (open >= 0) {
          const [from, to] = [line, open];
          yield { written: text.slice(open + 1, at), end: at + 1, before: () => text.slice(from, to) };
        }
        open = -1;
    }
}

/** Quotes and lists that a definition may stand in. */
const OPENERS = /^[ \t>*+\-.)\d]*$/;
/** A target and a title. */
const TARGET = /^[ \t]*(?:(?:<[^<>\r\n]*>|[^\s<]+)[ \t]*)?(?:[\r\n"'(]|$)/;

/** What a text seems to define. */
export function guessLabels(text: string): Labels {
  if (!mayDefine(text)) return NO_LABELS;
  const labels = new Set<string>();
  for (const { written, end, before } of bracketsIn(text)) {
    if (text[end] !== ':' || !OPENERS.test(before())) continue;
    const label = labelOf(written);
    if (label.startsWith('^') || TARGET.test(text.slice(end + 1))) labels.add(label);
  }
  return labels.size > 0 ? labels : NO_LABELS;
}

/** Without the marks of quotes, which labels over several lines have among them. */
const comparable = (label: string): string =>
  label
    .replace(/^\[/, '')
    .replace(/[\s>]+/g, ' ')
    .trim();

const namesIn = oncePer(
  ({ text }: Pick<NoteSyntax, 'text'>): ReadonlySet<string> =>
    new Set(Array.from(bracketsIn(text), ({ written }) => comparable(labelOf(written)))),
);

/** Whether a part may hold a reference to one of these. */
export function mayName(part: Pick<NoteSyntax, 'text'>, labels: Iterable<string>): boolean {
  if (!part.text.includes(']')) return false;
  for (const label of labels) if (namesIn(part).has(comparable(label))) return true;
  return false;
}

/** All that a text may define. */
export function* mayBeDefined(text: string): Generator<string> {
  if (!mayDefine(text)) return;
  for (const { written, end } of bracketsIn(text)) if (text[end] === ':') yield labelOf(written);
}
