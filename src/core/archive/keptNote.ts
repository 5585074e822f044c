import type { ArchivedEpisode } from './archive.js';
import type { NoteDetails, NoteSummary, NoteTold } from './noteSummary.js';
import { PackedDetails } from './packedNote.js';

/** What a note is asked for one at a time. */
export type KeptHead = Omit<NoteSummary, 'titleNumber' | 'details'>;

/** Where a note stands, and its own number: what is asked of all notes at once. */
export type KeptPlace = Pick<ArchivedEpisode, 'path' | 'number' | 'titleNumber' | 'series' | 'topic'>;

/** Where JSON of a note's head begins, and what is packed of its details, in `bytes`. */
export interface KeptText {
  readonly bytes: Uint8Array;
  readonly head: number;
  readonly details: number;
  readonly end: number;
  readonly decode: (bytes: Uint8Array) => string;
}

/** A note of the archive as it was kept: its head is unpacked when it is first asked for, its details each time. Not to be spread. */
export class KeptNote implements ArchivedEpisode {
  readonly path: string;
  readonly number: number | null;
  readonly titleNumber: number | null;
  readonly series: string | null;
  readonly topic: string | null;
  readonly #text: KeptText;
  #head: KeptHead | undefined;
  #details: PackedDetails | undefined;

  constructor({ path, number, titleNumber, series, topic }: KeptPlace, text: KeptText) {
    this.path = path;
    this.number = number;
    this.titleNumber = titleNumber;
    this.series = series;
    this.topic = topic;
    this.#text = text;
  }

  get title(): string {
    return this.#said.title;
  }

  get segments(): readonly string[] {
    return this.#said.segments;
  }

  get hosts(): readonly string[] {
    return this.#said.hosts;
  }

  get date(): string | null {
    return this.#said.date;
  }

  get dateIsIso(): boolean {
    return this.#said.dateIsIso;
  }

  get videoId(): string | null {
    return this.#said.videoId;
  }

  get progress(): NoteSummary['progress'] {
    return this.#said.progress;
  }

  get told(): NoteTold {
    return this.#said.told;
  }

  get details(): NoteDetails {
    const { bytes, details, end } = this.#text;
    this.#details ??= new PackedDetails(() => bytes.subarray(details, end));
    return this.#details;
  }

  /** All of it that belongs to the note alone. */
  get summary(): NoteSummary {
    return { ...this.#said, titleNumber: this.titleNumber, details: this.details };
  }

  get #said(): KeptHead {
    const { bytes, head, details, decode } = this.#text;
    this.#head ??= JSON.parse(decode(bytes.subarray(head, details))) as KeptHead;
    return this.#head;
  }
}
