import type { Box } from '../markdown/syntax.js';
import type { Span } from '../text/span.js';

export type OutlineKind = 'section' | 'item' | 'task';

/** A heading, a plain bullet or a task, in its Markdown place. */
export interface OutlineItem {
  /** The path of ancestors plus an ordinal where labels repeat: stable while they are untouched. */
  readonly id: string;
  readonly kind: OutlineKind;
  /** Plain words: emphasis, escapes, links and `:shortcodes:` rendered. '' for an empty item. */
  readonly label: string;
  /** null for all but tasks. */
  readonly checked: boolean | null;
  readonly box: Box | null;
  /** 1-based. */
  readonly line: number;
  /** `tgik.io/086` at the end of a task. */
  readonly stamp: { readonly episode: number; readonly span: Span } | null;
  /** The label as written. */
  readonly content: Span;
  /** The whole item with all it holds; a section's reaches to the next of its level. */
  readonly span: Span;
  readonly children: readonly OutlineItem[];
  /** The tasks it holds, at every level. */
  readonly tasks: Progress;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}
