import { inWords, sumOf, wordsOf } from '../text/words.js';
import type { EpisodeIndex, IndexEntry } from './episodeIndex.js';

const NEWLINE = 10;

/** An index to be kept from session to session: what it was read with, and its text's `fingerprint`, in front. */
export function writeKnownIndex(
  readWith: string,
  print: string,
  { entries }: EpisodeIndex,
  encode: (text: string) => Uint8Array,
): Uint8Array {
  const lines = inWords(encode(JSON.stringify(entries)));
  return inWords(encode(`${JSON.stringify([readWith, print, sumOf(wordsOf(lines))])}\n`), lines);
}

/** The index with this text. Undefined where another was kept, or was read with something else; throws where it is damaged. */
export function readKnownIndex(
  readWith: string,
  print: string,
  text: string,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): EpisodeIndex | undefined {
  const top = bytes.subarray(0, bytes.indexOf(NEWLINE) + 1);
  const [by, of, sum] = JSON.parse(decode(top)) as unknown[];
  if (by !== readWith || of !== print) return undefined;
  const start = inWords(top).length;
  if (sumOf(wordsOf(bytes), start) !== sum) throw new SyntaxError('It is not as it was written.');
  return new KeptIndex(text, () => decode(bytes.subarray(start)));
}

/** Its lines are unpacked when they are first asked for. */
class KeptIndex implements EpisodeIndex {
  readonly text: string;
  readonly #json: () => string;
  #entries: readonly IndexEntry[] | undefined;

  constructor(text: string, json: () => string) {
    this.text = text;
    this.#json = json;
  }

  get entries(): readonly IndexEntry[] {
    this.#entries ??= JSON.parse(this.#json()) as readonly IndexEntry[];
    return this.#entries;
  }
}
