import type { Archive, ArchivedEpisode } from '../archive/archive.js';
import type { EpisodeIndex } from '../archive/episodeIndex.js';
import type { Episode } from '../episode/episode.js';
import type { LinkVerdict } from '../links/linkVerdict.js';
import type { Show } from '../show/show.js';
import type { Span, TextEdit } from '../text/span.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What rules may know: gathered before they run. A rule does no I/O and asks no clock. */
export interface Facts {
  readonly show: Show;
  readonly episode: Episode;
  /** Relative to the show's root; null for a note that is not in the archive (untitled, elsewhere). */
  readonly path: string | null;
  /** The same note in the archive; null where it is not there. */
  readonly archived: ArchivedEpisode | null;
  /** The whole show; null where only this note is known. */
  readonly archive: Archive | null;
  /** Only where this file is the show's index itself: rules of notes do not judge it. */
  readonly index?: EpisodeIndex;
  /** Whether a path relative to the show's root exists; undefined where nobody looked. */
  readonly fileExists: (path: string) => boolean | undefined;
  /** What asking told of a link on the web; undefined where nobody asked, or the show ignores it today. */
  readonly verdictOf?: (url: string) => LinkVerdict | undefined;
}

/** One problem, as data. */
export interface Problem {
  readonly code: string;
  readonly span: Span;
  /** What is there, what was expected: one sentence. */
  readonly message: string;
  /** Only where it differs from the rule's default. */
  readonly severity?: Severity;
  /** Shown struck through or faded. */
  readonly tag?: 'unnecessary';
}

export interface Rule {
  /** Dotted kebab: `link.empty-target`. The same in the editor, the CLI, the settings and the docs. */
  readonly code: string;
  readonly severity: Severity;
  /** What it judges; notes where nothing is said, and `both` for what is true of any Markdown of the show. */
  readonly scope?: 'index' | 'both';
  /** Where it looks at less than the whole note: at the part with title and header, or at any one part. */
  readonly looksAt?: 'header' | 'part';
  /** One sentence for settings and docs. */
  readonly description: string;
  /** Markdown with problems and without: documentation and tests at once. */
  readonly examples: readonly RuleExample[];
  check(facts: Facts): readonly Problem[];
}

/** `text` with each expected problem between `⟦` and `⟧`; none for a good one. */
export interface RuleExample {
  readonly text: string;
  /** Other notes of the show, by path, where the rule asks the archive. */
  readonly others?: Readonly<Record<string, string>>;
  readonly path?: string;
  /** What asking told of links, by URL. */
  readonly verdicts?: Readonly<Record<string, Pick<LinkVerdict, 'verdict' | 'reason' | 'finalUrl'>>>;
}

/** Mends one problem in the text as it is now. */
export interface QuickFix {
  readonly title: string;
  readonly preferred: boolean;
  /** Changes what the note says: only made where it is asked for, never with all others at once. */
  readonly byHand?: boolean;
  readonly edits: readonly TextEdit[];
}
