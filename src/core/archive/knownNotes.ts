import type { NoteSummary } from './noteSummary.js';

/** What is known of a note's file, to be kept from session to session. */
export interface KnownNote {
  /** The file's time and size. */
  readonly stamp: string;
  /** `fingerprint` of its text. */
  readonly print: string;
  readonly note: NoteSummary;
}

/**
 * A line for what the notes were read with, then a line of JSON for each. One line a step, so that others get their
 * turn between.
 */
export function* writeKnownNotes(readWith: string, notes: ReadonlyMap<string, KnownNote>): Generator<string> {
  yield `${JSON.stringify(readWith)}\n`;
  for (const [path, { stamp, print, note }] of notes) yield `${JSON.stringify([path, stamp, print, note])}\n`;
}

/** Reads the same. Nothing where the notes were read with something else; throws where a line is damaged or cut off. */
export function* readKnownNotes(readWith: string, text: string): Generator<readonly [path: string, KnownNote]> {
  let start = text.indexOf('\n') + 1;
  if (text.slice(0, start) !== `${JSON.stringify(readWith)}\n`) return;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const [path, stamp, print, note] = JSON.parse(text.slice(start, end < 0 ? text.length : end)) as unknown[];
    if (end < 0 || typeof path !== 'string' || typeof stamp !== 'string' || typeof print !== 'string' || !isNote(note))
      throw new SyntaxError(`Line at ${start} is no note.`);
    yield [path, { stamp, print, note }];
    start = end + 1;
  }
}

const isNote = (value: unknown): value is NoteSummary =>
  typeof value === 'object' && value !== null && 'links' in value;
