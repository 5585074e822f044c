import type { KnownNote } from '../core/archive/knownNotes.js';
import type { NoteHead } from '../core/archive/noteHead.js';
import type { PackedNote } from '../core/archive/packedNote.js';
import type { TextReadings } from '../core/archive/readText.js';
import type { Show } from '../core/show/show.js';

/** A note's file, and the fingerprint of the text already known; '' for none. */
export interface AskedFile {
  readonly path: string;
  readonly print: string;
}

/** What threads are asked, and what they answer: null for a file that the asker has to see to itself. */
export interface Readings {
  readonly note: { readonly of: string; readonly gives: TextReadings['note'] };
  readonly index: { readonly of: string; readonly gives: TextReadings['index'] };
  readonly syntax: { readonly of: string; readonly gives: TextReadings['syntax'] };
  readonly head: { readonly of: string; readonly gives: NoteHead | null };
  readonly file: { readonly of: AskedFile; readonly gives: ReadFile | null };
}

/** `note` is null where the text has the fingerprint that is known. */
export type ReadFile = Omit<KnownNote, 'note'> & { readonly note: PackedNote | null };

export type ReadKind = keyof Readings;
export type FileKind = Exclude<ReadKind, keyof TextReadings>;

/** What is sent to a thread in one message. */
export interface ReadRequest<Kind extends ReadKind = ReadKind> {
  readonly kind: Kind;
  readonly show: Show;
  /** The URI of the folder the paths of files are below; '' for texts. */
  readonly root: string;
  readonly items: readonly Readings[Kind]['of'][];
}

/** What comes back: an answer for each item, in their order. */
export type ReadAnswer = readonly Readings[ReadKind]['gives'][];

/** The disk as a thread asks it, one call after the other. Each throws where it cannot be. */
export interface Disk {
  /** The path of a folder by its URI. */
  folder(uri: string): string;
  /** The time and size of a file. */
  stamp(path: string): string;
  read(path: string): string;
  /** Makes text small: a 0, and its UTF-8 deflated. */
  deflate(text: string): Uint8Array;
}
