import type { NoteDetails, NoteSummary } from './noteSummary.js';

/** A note's summary as it comes from threads: its details are JSON. */
export type PackedNote = Omit<NoteSummary, 'details'> & { readonly details: string };

export const packNote = ({ details, ...head }: NoteSummary): PackedNote => ({ ...head, details: packDetails(details) });

export const unpackNote = ({ details, ...head }: PackedNote): NoteSummary => ({
  ...head,
  details: new PackedDetails(() => details),
});

/** As JSON. */
export const packDetails = (details: NoteDetails): string =>
  details instanceof PackedDetails
    ? details.json()
    : JSON.stringify([details.topics, details.links, details.news, details.anchors]);

/** Details that stay JSON: a third of the room, and nothing to be done before somebody asks. */
export class PackedDetails implements NoteDetails {
  /** What `packDetails` has made. */
  readonly json: () => string;

  constructor(json: () => string) {
    this.json = json;
  }

  get topics(): NoteDetails['topics'] {
    return this.#unpack(0);
  }

  get links(): NoteDetails['links'] {
    return this.#unpack(1);
  }

  get news(): NoteDetails['news'] {
    return this.#unpack(2);
  }

  get anchors(): NoteDetails['anchors'] {
    return this.#unpack(3);
  }

  #unpack<Value>(at: number): Value {
    return JSON.parse(this.json())[at];
  }
}
