import type { ArchivedEpisode } from './archive.js';
import type { NoteDetails, NoteSummary } from './noteSummary.js';
import { PackedDetails } from './packedNote.js';

/** What a note is asked for one at a time. */
export type KeptHead = Omit<NoteSummary, 'titleNumber' | 'details'>;

/** Where a note stands, and its own number: what is asked of all notes at once. */
export type KeptPlace = Pick<ArchivedEpisode, 'path' | 'number' | 'titleNumber' | 'series' | 'topic'>;

/** A note of the archive as it was kept: its head is unpacked when it is first asked for, its details each time. Not to be spread. */
export class KeptNote implements ArchivedEpisode {
  readonly path: string;
  readonly number: number | null;
  readonly titleNumber: number | null;
  readonly series: string | null;
  readonly topic: string | null;
  readonly #body: Uint8Array;
  readonly #headLength: number;
  readonly #decode: (bytes: Uint8Array) => string;
  #head: KeptHead | undefined;
  #details: PackedDetails | undefined;

  /** `body` is JSON of its head, in so many bytes, then what `packDetails` made. */
  constructor(place: KeptPlace, body: Uint8Array, headLength: number, decode: (bytes: Uint8Array) => string) {
    this.path = place.path;
    this.number = place.number;
    this.titleNumber = place.titleNumber;
    this.series = place.series;
    this.topic = place.topic;
    this.#body = body;
    this.#headLength = headLength;
    this.#decode = decode;
  }

  get details(): NoteDetails {
    this.#details ??= new PackedDetails(() => this.#decode(this.#body.subarray(this.#headLength)));
    return this.#details;
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

  /** All of it that belongs to the note alone. */
  get summary(): NoteSummary {
    return { ...this.#said, titleNumber: this.titleNumber, details: this.details };
  }

  get #said(): KeptHead {
    this.#head ??= JSON.parse(this.#decode(this.#body.subarray(0, this.#headLength))) as KeptHead;
    return this.#head;
  }
}
