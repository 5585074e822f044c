import { inflateSync, strFromU8 } from 'fflate';
import type { NoteDetails, NoteSummary } from './noteSummary.js';

/** Details as JSON: as text, as its UTF-8, or that deflated behind a 0. */
export type PackedText = string | Uint8Array;

/** A note's summary as it comes from threads. */
export type PackedNote = Omit<NoteSummary, 'details'> & { readonly details: PackedText };

export const packNote = ({ details, ...head }: NoteSummary): PackedNote => ({ ...head, details: packDetails(details) });

export const unpackNote = ({ details, ...head }: PackedNote): NoteSummary => ({
  ...head,
  details: new PackedDetails(() => details),
});

export const packDetails = (details: NoteDetails): PackedText =>
  details instanceof PackedDetails ? details.text() : JSON.stringify([details.topics, details.links, details.anchors]);

/** Details that are left alone until somebody asks: a tenth of the room. */
export class PackedDetails implements NoteDetails {
  /** What `packDetails` has made, blanks behind. */
  readonly text: () => PackedText;

  constructor(text: () => PackedText) {
    this.text = text;
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
    const text = this.text();
    const [topics, links, anchors] = JSON.parse(typeof text === 'string' ? text : textOf(text));
    return { topics, links, anchors };
  }
}

const textOf = (bytes: Uint8Array): string => strFromU8(bytes[0] === 0 ? inflateSync(bytes.subarray(1)) : bytes);
