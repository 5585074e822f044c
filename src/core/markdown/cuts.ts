import type { Span } from '../text/span.js';
import type { Piece } from './joinPieces.js';
import type { Labels } from './labels.js';
import { parseBlocks } from './parseBlocks.js';
import type { Block, Part } from './syntax.js';

/** Stands for a heading, which ends what is before it. */
export const HEADING = '# x';

/** Stands for a definition, which goes on with nothing that is before it. */
export const DEFINITION = '[x]: x';

/** What a sentinel is where it stands at the top level. */
const KINDS: Readonly<Record<string, Block['kind']>> = { x: 'paragraph', [DEFINITION]: 'definition' };

/** The marker of an item with words behind it. */
const MARKER = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]+\S)/y;

/** The marker at an offset where an item with words behind it may begin. */
export function markerAt(text: string, at: number): string | undefined {
  MARKER.lastIndex = at;
  return MARKER.exec(text)?.[0];
}

/** The least that stands for what begins at an offset: where it is at the top level, nothing before it changes that. */
export function sentinelAt(text: string, at: number): string {
  const marker = markerAt(text, at);
  if (marker !== undefined) return `${marker} x`;
  return text[at] === '#' ? HEADING : text[at] === '[' ? DEFINITION : 'x';
}

/** What stands for the parts behind one; undefined for the last. */
export function sentinelBehind(parts: readonly Part[], at: number): string | undefined {
  const behind = parts[at + 1];
  return behind && sentinelAt(behind.note.text, 0);
}

/** A place at a line's start in front of which a note may be cut. */
export interface Cut {
  readonly at: number;
  /** What stands for what follows (`sentinelAt`). */
  readonly sentinel: string;
}

/** `## …`, `- …`, and words behind a line without any; not brackets, which may be the box of an empty item above. */
const CUT =
  /(?<=[\r\n])(?:#{1,6}(?=[ \t])|(?:[-+*]|\d{1,9}[.)])(?=[ \t]+\S))|(?<=(?:\r\n?|\n)[ \t=~`-]*(?:\r\n|\r|\n))(?![-+*>#[]|\d{1,9}[.)])\S/g;

/** Where `text` may be cut, in order. */
export function* cutsOf(text: string): Generator<Cut> {
  for (const { index: at } of text.matchAll(CUT)) yield { at, sentinel: sentinelAt(text, at) };
}

/** Reads `part` up to the cut behind it, with references to `labels`. Undefined where it cannot be cut there. */
export function parseUpTo(text: string, part: Span, sentinel: string, labels?: Labels): Piece | undefined {
  const blocks = parseBlocks(text, part, sentinel, labels);
  const last = blocks.pop();
  if (last?.kind !== 'list') {
    const opens = last?.start === part.end && last.kind === (KINDS[sentinel] ?? 'heading');
    return opens ? { blocks, goesOn: false } : undefined;
  }
  // what the first item of a list holds may depend on what is above it, the end of an open fence on what is below
  const items = last.items.slice(0, -1);
  const end = items.at(-1)?.end ?? Number.POSITIVE_INFINITY;
  if (end > part.end || last.items.at(-1)?.start !== part.end) return undefined;
  blocks.push({ ...last, items, end });
  return { blocks, goesOn: true };
}
