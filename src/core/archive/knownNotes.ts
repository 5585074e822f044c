import type { NoteSummary } from './noteSummary.js';

/** What is known of a note's file, to be kept from session to session. */
export interface KnownNote {
  /** The file's time and size. */
  readonly stamp: string;
  /** `fingerprint` of its text. */
  readonly print: string;
  readonly note: NoteSummary;
}

/** `stamp` of a file: its time in milliseconds and its size in bytes. */
export const stampOf = (mtime: number, size: number): string => `${mtime}-${size}`;

/** The size in a stamp. */
export const sizeOf = (stamp: string): number => Number(stamp.slice(stamp.lastIndexOf('-') + 1));

/**
 * A line for what the notes were read with, then a line of JSON for each. One line a step, so that others get their
 * turn between.
 */
export function* writeKnownNotes(readWith: string, notes: ReadonlyMap<string, KnownNote>): Generator<string> {
  yield `${JSON.stringify(readWith)}\n`;
  for (const [path, { stamp, print, note }] of notes) yield `${JSON.stringify([path, stamp, print, note])}\n`;
}

/** Reads the same, lines with their ends. Nothing where the notes were read with something else; throws where a line is damaged or cut off. */
export function* readKnownNotes(
  readWith: string,
  lines: Iterable<string>,
): Generator<readonly [path: string, KnownNote]> {
  let first = true;
  for (const line of lines) {
    if (first && line !== `${JSON.stringify(readWith)}\n`) return;
    if (!first) yield readLine(line);
    first = false;
  }
}

function readLine(line: string): readonly [path: string, KnownNote] {
  const [path, stamp, print, note] = JSON.parse(line) as unknown[];
  if (
    !line.endsWith('\n') ||
    typeof path !== 'string' ||
    typeof stamp !== 'string' ||
    typeof print !== 'string' ||
    !isNote(note)
  )
    throw new SyntaxError(`“${line.slice(0, 40)}” is no note.`);
  return [path, { stamp, print, note }];
}

const isNote = (value: unknown): value is NoteSummary =>
  typeof value === 'object' && value !== null && 'links' in value;
