import type { Span } from '../text/span.js';

/** `playlist.md`: one line an episode, newest first. */
export interface EpisodeIndex {
  readonly text: string;
  readonly entries: readonly IndexEntry[];
}

/** `- [093: Title](episodes/093/README.md)` */
export interface IndexEntry {
  readonly number: number | null;
  readonly title: string;
  readonly target: string;
  readonly targetSpan: Span;
  readonly numberSpan: Span | null;
  /** The line without its line end. */
  readonly line: Span;
}
