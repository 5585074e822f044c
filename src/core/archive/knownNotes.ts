import type { Steps } from '../text/steps.js';
import { alignWords, inWords, sumOfWords } from '../text/words.js';
import type { ArchivedEpisode } from './archive.js';
import { type KeptHead, KeptNote } from './keptNote.js';
import type { NoteSummary } from './noteSummary.js';
import { packDetails } from './packedNote.js';

/** What is known of a note's file, to be kept from session to session. */
export interface KnownNote {
  /** The file's time and size. */
  readonly stamp: string;
  /** `fingerprint` of its text. */
  readonly print: string;
  readonly note: NoteSummary;
}

/** What was kept of an archive. */
export interface KeptNotes {
  readonly notes: ReadonlyMap<string, KnownNote>;
  /** The same notes as an archive of no others has them. */
  readonly episodes: readonly ArchivedEpisode[];
  /** Whether something of what was written is not there any more. */
  readonly isDamaged: boolean;
}

/** `stamp` of a file: its time in milliseconds and its size in bytes. */
export const stampOf = (mtime: number, size: number): string => `${mtime}-${size}`;

/** The size in a stamp. */
export const sizeOf = (stamp: string): number => Number(stamp.slice(stamp.lastIndexOf('-') + 1));

const NEWLINE = 10;
/** Rows in one line of the table. */
const LINE = 1000;
/** Notes from pause to pause. */
const STEP = 100;

/** What the table has of a note; in the end how many bytes its head has, head and details have, and their sum. */
type Row = readonly [
  ...file: [path: string, stamp: string, print: string],
  ...place: [number: number | null, titleNumber: number | null, series: string | null, topic: string | null],
  ...body: [head: number, length: number, sum: number],
];

/** The same of many notes, one column after the other: they are read faster so. */
type Columns = readonly (readonly unknown[])[];

/**
 * An archive of notes as bytes. One line says what they were read with, then a table has what is asked of every note at
 * once, then come head and details of each, at which nobody looks before they are asked for. All are filled up to whole
 * words: a glance at each word tells whether they are as they were written.
 */
export function* writeKnownNotes(
  readWith: string,
  episodes: readonly ArchivedEpisode[],
  known: ReadonlyMap<string, KnownNote>,
  encode: (text: string) => Uint8Array,
): Steps<Uint8Array> {
  const rows: Row[] = [];
  const bodies: Uint8Array[] = [];
  for (const [at, one] of episodes.entries()) {
    if (at % STEP === 0) yield;
    const { path, number, titleNumber, series, topic, title, segments, hosts, date, dateIsIso, videoId, progress } =
      one;
    const file = known.get(path);
    if (!file) continue;
    const said: KeptHead = { title, segments, hosts, date, dateIsIso, videoId, progress };
    const head = inWords(encode(JSON.stringify(said)));
    const body = inWords(head, encode(packDetails(one.details)));
    const row = [path, file.stamp, file.print, number, titleNumber, series, topic] as const;
    rows.push([...row, head.length, body.length, sumOfWords(body)]);
    bodies.push(body);
  }
  const table = inWords(encode(linesOf(rows).join('\n')));
  const length = bodies.reduce((sum, body) => sum + body.length, table.length);
  const top = inWords(encode(`${JSON.stringify([readWith, length, table.length, sumOfWords(table)])}\n`));
  const all = new Uint8Array(top.length + length);
  let end = 0;
  for (const [at, part] of [top, table, ...bodies].entries()) {
    if (at % STEP === 0) yield;
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** `Columns` of some notes each. */
function linesOf(rows: readonly Row[]): string[] {
  const lines: string[] = [];
  for (let start = 0; start < rows.length; start += LINE) {
    const some = rows.slice(start, start + LINE);
    lines.push(JSON.stringify(some[0]?.map((_, at) => some.map((row) => row[at]))));
  }
  return lines;
}

/**
 * Reads the same. Nothing where the notes were read with something else; without those notes that are not as they were
 * written; throws where the table is damaged.
 */
export function* readKnownNotes(
  readWith: string,
  kept: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): Steps<KeptNotes> {
  const notes = new Map<string, KnownNote>();
  const episodes: KeptNote[] = [];
  const bytes = alignWords(kept);
  const top = bytes.subarray(0, bytes.indexOf(NEWLINE) + 1);
  const [by, length, tableLength, tableSum] = JSON.parse(decode(top)) as unknown[];
  if (by !== readWith) return { notes, episodes, isDamaged: false };
  let end = inWords(top).length;
  const isWhole = bytes.length === end + Number(length);
  const table = bytes.subarray(end, end + Number(tableLength));
  if (sumOfWords(table) !== tableSum) throw new SyntaxError('The table of notes is not as it was written.');
  end += table.length;
  let rows = 0;
  for (const line of decode(table).split('\n').filter(Boolean)) {
    const columns = JSON.parse(line) as Columns;
    for (let at = 0; at < (columns[0]?.length ?? 0); at++) {
      if (rows++ % STEP === 0) yield;
      const [path, stamp, print, number, titleNumber, series, topic, head, size, sum] = rowOf(columns, at);
      const body = bytes.subarray(end, end + size);
      end += size;
      if (sumOfWords(body) !== sum) continue;
      const note = new KeptNote({ path, number, titleNumber, series, topic }, body, head, decode);
      episodes.push(note);
      notes.set(path, { stamp, print, note });
    }
  }
  return { notes, episodes, isDamaged: !isWhole || episodes.length < rows };
}

/** `at` is below the number of rows. */
const rowOf = (columns: Columns, at: number): Row => columns.map((column) => column[at]) as unknown as Row;
