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
  details instanceof PackedDetails ? details.json() : JSON.stringify([details.topics, details.links, details.anchors]);

/** Details that stay JSON: a third of the room, and nothing to be done before somebody asks. */
export class PackedDetails implements NoteDetails {
  /** What `packDetails` has made. */
  readonly json: () => string;

  constructor(json: () => string) {
    this.json = json;
  }

  get topics(): NoteDetails['topics'] {
    return this.#unpacked.topics;
  }

  get links(): NoteDetails['links'] {
    return this.#unpacked.links;
  }

  get anchors(): NoteDetails['anchors'] {
    return this.#unpacked.anchors;
  }

  get #unpacked(): NoteDetails {
    const [topics, links, anchors] = JSON.parse(this.json());
    return { topics, links, anchors };
  }
}
