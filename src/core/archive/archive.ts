import type { Episode } from '../episode/episode.js';
import type { Show } from '../show/show.js';
import type { EpisodeIndex } from './episodeIndex.js';
import type { NoteHead } from './noteHead.js';
import type { NoteSummary } from './noteSummary.js';

/** All notes of a show, newest first. */
export interface Archive<Episode extends ArchivedHead = ArchivedEpisode> {
  readonly show: Show;
  readonly episodes: readonly Episode[];
  /** Every number in use, by a folder, a title or the index. */
  readonly usedNumbers: ReadonlyMap<number, string>;
  readonly index: EpisodeIndex | null;
  readonly template: string | null;
}

/** The notes themselves, by path: all of them, or those that were asked for. */
export type NotesAtHand = Pick<ReadonlyMap<string, Episode>, 'get' | 'has'>;

export interface ArchiveWithNotes extends Archive {
  readonly notes: NotesAtHand;
}

/** Where a note stands in the archive. `path` is relative to the show's root, with `/`. */
export interface ArchivePlace {
  readonly path: string;
  /** The folder's, else the title's. */
  readonly number: number | null;
  /** null where no other episode shares it. */
  readonly series: string | null;
  readonly topic: string | null;
}

/** One note of the archive. */
export type ArchivedEpisode = NoteSummary & ArchivePlace;

/** One of which no more may be read yet than its head. */
export type ArchivedHead = NoteHead & ArchivePlace;

/** All notes by their heads, before they are read whole. */
export type ArchiveOfHeads = Archive<ArchivedHead>;

/** The files of a show as its adapters find them. Paths are relative to the show's root, with `/`. */
export interface ShowFiles {
  /** `episodes/093/README.md` → its text. */
  readonly notes: ReadonlyMap<string, string>;
  /** Folder names beside the notes, also those that hold none. */
  readonly folders: readonly string[];
  /** null where there is none. */
  readonly index: string | null;
  /** The text of the show's own template; null where no template is set. */
  readonly template: string | null;
}
