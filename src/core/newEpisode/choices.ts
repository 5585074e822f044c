/** What a host decides about a new note; whatever is left out is suggested. */
export interface NewEpisodeChoices {
  /** The episode whose outline is carried over; null for none. */
  readonly from?: number | null;
  readonly number?: number;
  readonly title?: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  readonly hosts?: readonly string[];
  /** A YouTube id or URL. */
  readonly video?: string;
  readonly carry?: CarryMode;
  readonly stamp?: boolean;
  readonly links?: boolean;
  readonly index?: boolean;
  /** Leaves the show's own template aside. */
  readonly template?: 'built-in';
}

/** coverage: all items, boxes kept · open: finished branches dropped · fresh: all, unticked · none */
export type CarryMode = 'coverage' | 'open' | 'fresh' | 'none';

/** One file the plan makes or changes, whole: `before` is null for a new one. */
export interface PlannedFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

export interface NewEpisodePlan {
  readonly kind: 'plan';
  readonly path: string;
  readonly number: number;
  readonly from: number | null;
  readonly files: readonly PlannedFile[];
  /** UTF-16 offset in the new note of the first thing to fill in. */
  readonly cursor: number;
}

/** Why no note can be made, and what would help. */
export interface NewEpisodeRefusal {
  readonly kind: 'refused';
  readonly reason:
    | 'number-taken'
    | 'bad-number'
    | 'bad-date'
    | 'bad-video'
    | 'no-source'
    | 'no-title'
    | 'no-template'
    | 'no-outline-section';
  readonly message: string;
}
