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
const ITEM = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]+\S)/;

/** The same where a section that is long may be cut: not in front of a bare URL, which is the item's above. */
export const mayBegin = (text: string, start: number): boolean =>
  ITEM.test(text.slice(start, start + LOOK)) && !/^\S+[ \t]+<?https?:/i.test(text.slice(start, start + LOOK));

/** Characters in which an item's marker is seen, and what stands behind it. */
const LOOK = 40;

/** Whether a part that is not the first goes on with the list above it: its text begins with an item. */
export const goesOn = (text: string): boolean => ITEM.test(text.slice(0, LOOK));

/** The least that stands for a part that begins with `text`: where it is at the top level, nothing before it changes that. */
function sentinelOf(text: string): string {
  const marker = ITEM.exec(text.slice(0, LOOK))?.[0];
  if (marker !== undefined) return `${marker} x`;
  return text.startsWith('#') ? HEADING : text.startsWith('[') ? DEFINITION : 'x';
}

/** What stands for the parts behind one; undefined for the last. */
export function sentinelBehind(parts: readonly Part[], at: number): string | undefined {
  const behind = parts[at + 1];
  return behind && sentinelOf(behind.note.text);
}

/** A place at a line's start in front of which a note may be cut. */
export interface Cut {
  readonly at: number;
  /** The least that stands for what follows: where it is at the top level, nothing before it changes that. */
  readonly sentinel: string;
}

/** `## …`, `- …`, and words behind a line without any; not brackets, which may be the box of an empty item above. */
const CUT =
  /(?<=[\r\n])(?:#{1,6}(?=[ \t])|([-+*]|\d{1,9}[.)])(?=[ \t]+\S))|(?<=(?:\r\n?|\n)[ \t=~`-]*(?:\r\n|\r|\n))(?![-+*>#[]|\d{1,9}[.)])\S/g;

/** Where `text` may be cut, in order. */
export function* cutsOf(text: string): Generator<Cut> {
  for (const { index: at, 0: first, 1: marker } of text.matchAll(CUT))
    yield { at, sentinel: marker ? `${marker} x` : first.startsWith('#') ? HEADING : 'x' };
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
