import type { Heading, NoteSyntax } from '../markdown/syntax.js';
import type { OutlineItem, Progress } from '../outline/outline.js';
import type { LoneItem } from '../outline/placeRuns.js';
import type { Span } from '../text/span.js';

/** One note as its author means it. Spans are UTF-16 offsets in `syntax.text`. */
export interface Episode {
  readonly syntax: NoteSyntax;
  readonly title: EpisodeTitle | null;
  readonly hosts: readonly Host[];
  readonly date: RecordingDate | null;
  readonly video: Video | null;
  readonly sections: readonly Section[];
  readonly chapters: readonly Chapter[];
  readonly outline: readonly OutlineItem[];
  /** Items of the outline that go on in parts behind their own. */
  readonly longItems: readonly LoneItem[];
  readonly progress: Progress;
  readonly links: readonly NoteLink[];
  /** From the title to the first section: what only the header may say is looked for here. */
  readonly header: Span;
  /** The note from heading to heading, long sections in several, each part read as a note of its own. The first holds title and header. */
  readonly parts: readonly EpisodePart[];
}

/** Where a part stands. A note that has no parts is its own only one; parts of a long note have parts themselves. */
export interface EpisodePart extends Span {
  /**
   * The same object from version to version while its text is the same, wherever that stands. Its offsets are the
   * part's own; but for the first part, there is neither title nor header.
   */
  readonly episode: Episode;
}

/** `# Episode 093 : Grokking Kubernetes : kubelet` */
export interface EpisodeTitle {
  readonly heading: Heading;
  /** `093`, without `#`; null where the title carries none. */
  readonly number: { readonly value: number; readonly span: Span } | null;
  /** `Grokking Kubernetes : kubelet`, blanks around colons as ` : `; '' where it is missing. */
  readonly text: string;
  /** The words behind the number, as written. */
  readonly span: Span;
  /** `Grokking Kubernetes`, `kubelet` */
  readonly segments: readonly string[];
}

/** `@mauilion`, or a name where there is no handle. */
export interface Host {
  readonly name: string;
  readonly span: Span;
}

/** `- Recording date: 2019-10-11` or `- 08/09/2019` */
export interface RecordingDate {
  /** `YYYY-MM-DD`; null where nothing or no real date is written. */
  readonly iso: string | null;
  /** What stands where the date should; empty span where nothing does. */
  readonly span: Span;
  /** Whether the note writes `YYYY-MM-DD`. */
  readonly isIso: boolean;
  /** The item's line, label and all. */
  readonly line: Span;
}

export type VideoForm = 'thumbnail' | 'iframe' | 'link' | 'bare';

/** The episode's own video: `<a href="…watch?v=ID"><img src="…/vi/ID/…"></a>`, an iframe, or a link in the header. */
export interface Video {
  readonly form: VideoForm;
  /** Of `link`, else of `thumbnail`. */
  readonly id: string | null;
  readonly link: VideoUrl | null;
  readonly thumbnail: VideoUrl | null;
  readonly span: Span;
}

export interface VideoUrl {
  readonly url: string;
  readonly span: Span;
  readonly id: { readonly value: string; readonly span: Span } | null;
}

export type SectionKind = 'contents' | 'week' | 'notes' | 'references' | 'other';

export interface Section {
  readonly kind: SectionKind;
  readonly heading: Heading;
  /** Behind the heading, up to the next heading of the same or a higher level. */
  readonly body: Span;
  /** Heading and body. */
  readonly span: Span;
}

/** `- 00:05:50 - Week in Review` in any of its forms. */
export interface Chapter {
  /** Of the show's start; null where the time is malformed. */
  readonly seconds: number | null;
  readonly time: Span;
  readonly title: string;
  readonly span: Span;
  readonly link: NoteLink | null;
}

export type NoteLinkForm =
  | 'inline'
  | 'image'
  | 'bare'
  | 'autolink'
  | 'reference'
  | 'imageReference'
  | 'definition'
  | 'html'
  | 'crossReference';

/** Every place of a note that leads elsewhere. */
export interface NoteLink {
  readonly form: NoteLinkForm;
  /** What a reader's click would ask for: trimmed, a line break inside an attribute dropped. `tgik.io/086` for a cross reference. */
  readonly url: string;
  /** The whole construct. */
  readonly span: Span;
  /** The URL as written. A reference's is that of its own brackets. */
  readonly target: Span;
  /** The words a reader sees; null where the form has none. */
  readonly label: { readonly span: Span; readonly plain: string } | null;
  /** `a href`, `img src`, … for HTML. */
  readonly attribute: string | null;
  /** The episode meant by `tgik.io/086`, with or without a scheme; null for all else. */
  readonly episode: number | null;
}
