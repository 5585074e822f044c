import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { oncePer } from '../text/oncePer.js';
import type { Span } from '../text/span.js';
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

/** Those that some parts define; `known` where these are the same. */
export function labelsOfAll(parts: readonly { readonly note: NoteSyntax }[], known = NO_LABELS): Labels {
  const defining = parts.map(({ note }) => labelsOf(note)).filter(({ size }) => size > 0);
  const labels = defining.length > 1 ? new Set(defining.flatMap((some) => [...some])) : (defining[0] ?? NO_LABELS);
  return hasSame(labels, known) ? known : labels;
}

/** Brackets with no others between them: every reference and every label of a definition there may be, and more. */
function* bracketsIn(text: string): Generator<Span & { readonly label: string }> {
  let open = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x5b) open = at;
    else if (code === 0x5d && open >= 0) {
      yield { label: labelOf(text.slice(open + 1, at)), start: open + 1, end: at + 1 };
      open = -1;
    }
  }
}

/** A target and a title. */
const TARGET = /^[ \t]*(?:<[^\r\n]*|[^ \t\r\n<][^ \t\r\n]*[ \t]*)?(?:[\r\n"'(]|$)/;

/** What a text defines, and what it only seems to. */
export function guessLabels(text: string): Labels {
  const labels = new Set<string>();
  if (mayDefine(text))
    for (const { label, end } of bracketsIn(text))
      if (text[end] === ':' && (label[0] === '^' || TARGET.test(text.slice(end + 1)))) labels.add(label);
  return labels.size > 0 ? labels : NO_LABELS;
}

/** Without the marks of quotes, which labels over several lines have among them. */
const comparable = (label: string): string =>
  label
    .replace(/^\[/, '')
    .replace(/[\s>]+/g, ' ')
    .trim();

type Named = Pick<NoteSyntax, 'text'> & Partial<NoteSyntax>;

/** All that is not the label of a definition itself. */
const namesIn = oncePer(({ text, blocks = [] }: Named): ReadonlySet<string> => {
  const own = new Set<number>();
  for (const block of walkBlocks(blocks)) {
    if (block.kind === 'definition') own.add(block.label.start);
    if (block.kind === 'footnote') own.add(block.start + 1);
  }
  const names = new Set<string>();
  for (const { label, start } of bracketsIn(text)) if (!own.has(start)) names.add(comparable(label));
  return names;
});

/** Whether a part may refer to one of these. */
export const mayName = (part: Named, labels: Iterable<string>): boolean =>
  part.text.includes(']') && Array.from(labels, comparable).some((label) => namesIn(part).has(label));
