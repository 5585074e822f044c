import type { Steps } from '../text/steps.js';
import { inWords, sumOf, wordsOf } from '../text/words.js';
import type { ArchivedEpisode } from './archive.js';
import { type KeptHead, KeptNote, type KeptPlace } from './keptNote.js';
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

const NEWLINE = 10;
/** Rows in one line of the table. */
const LINE = 1000;
/** Notes from pause to pause. */
const STEP = 100;

/** What the table has of a note. */
interface Row extends KeptPlace, Omit<KnownNote, 'note'> {
  /** Bytes of its head, and of head and details. */
  readonly head: number;
  readonly size: number;
  /** `sumOf` these. */
  readonly sum: number;
}

/** The same of many notes, one column after the other: they are read faster so. */
type Columns = { readonly [Key in keyof Row]: readonly Row[Key][] };

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
    const {
      path,
      number,
      titleNumber,
      series,
      topic,
      title,
      segments,
      hosts,
      date,
      dateIsIso,
      videoId,
      progress,
      told,
    } = one;
    const { stamp, print } = known.get(path) ?? {};
    if (stamp === undefined || print === undefined) continue;
    const said: KeptHead = { title, segments, hosts, date, dateIsIso, videoId, progress, told };
    const head = inWords(encode(JSON.stringify(said)));
    const details = packDetails(one.details);
    const body = inWords(head, typeof details === 'string' ? encode(details) : details);
    const lengths = { head: head.length, size: body.length, sum: sumOf(wordsOf(body)) };
    rows.push({ path, stamp, print, number, titleNumber, series, topic, ...lengths });
    bodies.push(body);
  }
  const table = inWords(encode(yield* tableOf(rows)));
  const length = bodies.reduce((sum, body) => sum + body.length, table.length);
  const top = inWords(encode(`${JSON.stringify([readWith, length, table.length, sumOf(wordsOf(table))])}\n`));
  const all = new Uint8Array(top.length + length);
  let end = 0;
  for (const [at, part] of [top, table, ...bodies].entries()) {
    if (at % STEP === 0) yield;
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** A line of JSON, `Columns`, for some notes each. */
function* tableOf(rows: readonly Row[]): Steps<string> {
  const lines: string[] = [];
  const keys = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  for (let start = 0; start < rows.length; start += LINE) {
    yield;
    const some = rows.slice(start, start + LINE);
    lines.push(JSON.stringify(Object.fromEntries(keys.map((key) => [key, some.map((row) => row[key])]))));
  }
  return lines.join('\n');
}

/**
 * Reads the same. Nothing where the notes were read with something else; without those notes that are not as they were
 * written; throws where the table is damaged.
 */
export function* readKnownNotes(
  readWith: string,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): Steps<KeptNotes> {
  const notes = new Map<string, KnownNote>();
  const episodes: KeptNote[] = [];
  const top = bytes.subarray(0, bytes.indexOf(NEWLINE) + 1);
  const [by, length, tableLength, tableSum] = JSON.parse(decode(top)) as [unknown, number, number, number];
  if (by !== readWith) return { notes, episodes, isDamaged: false };
  const words = wordsOf(bytes);
  const start = inWords(top).length;
  let end = start + tableLength;
  if (sumOf(words, start, end) !== tableSum) throw new SyntaxError('The table of notes is not as it was written.');
  let rows = 0;
  for (const line of decode(bytes.subarray(start, end)).split('\n').filter(Boolean)) {
    const columns = JSON.parse(line) as Columns;
    for (let at = 0; at < columns.path.length; at++) {
      if (rows++ % STEP === 0) yield;
      const row = rowOf(columns, at);
      const from = end;
      end += row.size;
      if (sumOf(words, from, end) !== row.sum) continue;
      const note = new KeptNote(row, { bytes, head: from, details: from + row.head, end, decode });
      episodes.push(note);
      notes.set(row.path, { stamp: row.stamp, print: row.print, note });
    }
  }
  return { notes, episodes, isDamaged: bytes.length !== start + length || episodes.length < rows };
}

/** `at` is below the number of rows. */
const rowOf = (columns: Columns, at: number): Row => ({
  path: columns.path[at] as Row['path'],
  stamp: columns.stamp[at] as Row['stamp'],
  print: columns.print[at] as Row['print'],
  number: columns.number[at] as Row['number'],
  titleNumber: columns.titleNumber[at] as Row['titleNumber'],
  series: columns.series[at] as Row['series'],
  topic: columns.topic[at] as Row['topic'],
  head: columns.head[at] as Row['head'],
  size: columns.size[at] as Row['size'],
  sum: columns.sum[at] as Row['sum'],
});
