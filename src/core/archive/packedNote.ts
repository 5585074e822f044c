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

/** For one who asks for more than one of them. */
export const unpackDetails = (details: NoteDetails): NoteDetails =>
  details instanceof PackedDetails ? details.unpack() : details;

/** Details that stay JSON: a third of the room, and nothing to be done before somebody asks. */
export class PackedDetails implements NoteDetails {
  /** What `packDetails` has made. */
  readonly json: () => string;

  constructor(json: () => string) {
    this.json = json;
  }

  get topics(): NoteDetails['topics'] {
    return this.unpack().topics;
  }

  get links(): NoteDetails['links'] {
    return this.unpack().links;
  }

  get news(): NoteDetails['news'] {
    return this.unpack().news;
  }

  get anchors(): NoteDetails['anchors'] {
    return this.unpack().anchors;
  }

  unpack(): NoteDetails {
    const [topics, links, news, anchors] = JSON.parse(this.json());
    return { topics, links, news, anchors };
  }
}
