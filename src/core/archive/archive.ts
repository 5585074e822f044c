import type { Episode } from '../episode/episode.js';
import type { Progress } from '../outline/outline.js';
import type { Show } from '../show/show.js';
import type { EpisodeIndex } from './episodeIndex.js';

/** All notes of a show, newest first. */
export interface Archive {
  readonly show: Show;
  readonly episodes: readonly ArchivedEpisode[];
  /** Every number in use, by a folder, a title or the index. */
  readonly usedNumbers: ReadonlyMap<number, string>;
  readonly index: EpisodeIndex | null;
  readonly template: string | null;
}

/** One note of the archive. `path` is relative to the show's root, with `/`. */
export interface ArchivedEpisode {
  readonly path: string;
  /** The folder's, else the title's. */
  readonly number: number | null;
  readonly title: string;
  /** null where no other episode shares it. */
  readonly series: string | null;
  readonly topic: string | null;
  readonly hosts: readonly string[];
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  readonly videoId: string | null;
  readonly progress: Progress;
  readonly episode: Episode;
}

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
