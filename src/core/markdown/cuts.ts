import { lineStart } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { Piece } from './joinPieces.js';
import type { Labels } from './labels.js';
import { endAt, unnest } from './levels.js';
import { parseBlocks } from './parseBlocks.js';
import { depthOf, markerAt, standInAt } from './standIns.js';
import type { Block, Part } from './syntax.js';

/** Stands for a heading, which ends what is before it. */
export const HEADING = '# x';

/** Stands for a definition, which goes on with nothing that is before it. */
export const DEFINITION = '[x]: x';

/** What a sentinel is where it stands at the top level. */
const KINDS: Readonly<Record<string, Block['kind']>> = { x: 'paragraph', [DEFINITION]: 'definition' };

/** The least that stands for what begins at an offset: where it is read as that, nothing before it changes it. */
export function sentinelAt(text: string, at: number): string {
  const marker = markerAt(text, at);
  if (marker !== undefined) return `${marker} x`;
  return text[at] === '#' ? HEADING : text[at] === '[' ? DEFINITION : 'x';
}

/** What is behind a part. */
export interface Behind {
  /** What stands for it (`sentinelAt`). */
  readonly sentinel: string;
  /** What stands for the items it is in; '' where it is in none. */
  readonly standIns: string;
}

/** What is behind one of some parts; undefined for the last. */
export function behindPart(parts: readonly Part[], at: number): Behind | undefined {
  const note = parts[at + 1]?.note;
  return note && { sentinel: sentinelAt(note.text, 0), standIns: note.standIns ?? '' };
}

export const isSameBehind = (one: Behind | undefined, other: Behind | undefined): boolean =>
  one?.sentinel === other?.sentinel && one?.standIns === other?.standIns;

/** A place at a line's start in front of which a note may be cut. */
export interface Cut {
  readonly at: number;
  /** What stands for what follows (`sentinelAt`). */
  readonly sentinel: string;
}

/** `## …`, `  - …`, and words behind a line without any; not brackets, which may be the box of an empty item above. */
const CUT =
  /(?<=[\r\n])(?:#{1,6}(?=[ \t])|[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]+\S))|(?<=(?:\r\n?|\n)[ \t=~`-]*(?:\r\n|\r|\n))(?![-+*>#[]|\d{1,9}[.)])\S/g;

/** Where `text` may be cut, in order. */
export function* cutsOf(text: string): Generator<Cut> {
  for (const { index: at } of text.matchAll(CUT)) yield { at, sentinel: sentinelAt(text, at) };
}

/** Where a piece of a text begins. */
export interface Beginning {
  /** What stands for the items it is in. */
  readonly standIns: string;
  /** Whether it goes on with the list before it. */
  readonly goesOn: boolean;
}

export const ANEW: Beginning = { standIns: '', goesOn: false };

/** What was read up to a cut, and how what is behind it begins. */
export interface UpToCut {
  readonly pieces: readonly Piece[];
  readonly behind: Beginning;
}

const FOOTNOTE = /^ {0,3}\[\^/;
const IN_FOOTNOTE = /^(?: {4}| {0,3}\t)/;
const ENDS_FOOTNOTE = /^ {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t])/;

/**
 * Whether a definition behind a text, which begins in none, may belong to a footnote in it, as the lines of its last
 * paragraph may (https://spec.commonmark.org/0.31.2/#lazy-continuation-line).
 */
export function mayGoOn(text: string): boolean {
  let from = text.length;
  for (let line = from; line > 0 && from === line; ) {
    line = lineStart(text, line - 1);
    const words = text.slice(line, from);
    if (ENDS_FOOTNOTE.test(words)) return false;
    if (FOOTNOTE.test(words)) return true;
    if (words.trim() !== '') from = line;
  }
  return from > 0 && IN_FOOTNOTE.test(text.slice(from));
}

/** Reads `part` up to the cut behind it, with references to `labels`. Undefined where it cannot be cut there. */
export function parseUpTo(
  text: string,
  part: Span,
  sentinel: string,
  labels?: Labels,
  { standIns, goesOn } = ANEW,
): UpToCut | undefined {
  const blocks = parseBlocks(text, part, sentinel, labels, standIns);
  const upTo = (behind: Beginning): UpToCut => ({ pieces: unnest(blocks, depthOf(standIns), goesOn), behind });
  const last = blocks.pop();
  if (last?.kind !== 'list') {
    const opens = last?.start === part.end && last.kind === (KINDS[sentinel] ?? 'heading');
    const isLazy = sentinel === DEFINITION && mayGoOn(text.slice(part.start, part.end));
    return opens && !isLazy ? upTo(ANEW) : undefined;
  }
  const read = standIns + text.slice(part.start, part.end);
  const item = part.end + sentinel.length - sentinel.trimStart().length;
  const ended = endAt(last, part.end, item, ({ start }) => standInAt(read, start - part.start + standIns.length));
  if (!ended) return undefined;
  blocks.push(ended.list);
  return upTo({ standIns: ended.standIns, goesOn: true });
}
