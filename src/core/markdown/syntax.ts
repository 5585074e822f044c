import type { Span } from '../text/span.js';

/**
 * Our own small note syntax: what remark reads, without its classes, every node with its UTF-16 offsets.
 * Only this folder knows the parser.
 */
export interface NoteSyntax {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The same from heading to heading, long sections and items in several: all but the edited one stay the same from version to version. */
  readonly parts?: readonly Part[];
  /** What is defined for references, of a note in parts. */
  readonly labels?: ReadonlySet<string>;
  /** Of a part whose blocks are in items of the parts before: what stands for these (`standInAt`), outermost first. */
  readonly standIns?: string;
}

/** A piece of a note, as a note of its own: its offsets are those in its own text. */
export interface Part {
  /** Where its text begins in the note. */
  readonly start: number;
  readonly note: NoteSyntax;
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Blockquote
  | Code
  | Html
  | Definition
  | Footnote
  | Table
  | ThematicBreak;

export interface Heading extends Span {
  readonly kind: 'heading';
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly inlines: readonly Inline[];
  /** The heading's words as plain text. */
  readonly plain: string;
}

export interface Paragraph extends Span {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
}

export interface List extends Span {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem extends Span {
  readonly kind: 'listItem';
  /** The bullet or number: `-`, `*`, `1.` */
  readonly marker: Span;
  /** `[x]`, also where nothing follows it; null for a plain bullet. */
  readonly box: Box | null;
  /** What stands on the item's own line(s), behind bullet and box: its first paragraph's words. Empty for an empty item. */
  readonly content: Span;
  readonly blocks: readonly Block[];
}

/** `[ ]`, `[x]` or `[X]`: three characters. */
export interface Box extends Span {
  readonly checked: boolean;
}

export interface Blockquote extends Span {
  readonly kind: 'blockquote';
  readonly blocks: readonly Block[];
}

export interface Code extends Span {
  readonly kind: 'code';
}

/** An HTML block. Inline HTML is an `HtmlInline`; both carry the tags in them. */
export interface Html extends Span {
  readonly kind: 'html';
  readonly tags: readonly HtmlTag[];
}

export interface Definition extends Span {
  readonly kind: 'definition';
  /** Normalised as CommonMark matches labels. */
  readonly identifier: string;
  readonly label: Span;
  readonly target: Span;
  readonly url: string;
}

/** `[^a]:`, where a footnote begins; what it says are the blocks behind it. */
export interface Footnote extends Span {
  readonly kind: 'footnote';
  /** Normalised as labels are. */
  readonly identifier: string;
}

export interface Table extends Span {
  readonly kind: 'table';
  readonly inlines: readonly Inline[];
}

export interface ThematicBreak extends Span {
  readonly kind: 'thematicBreak';
}

export type Inline = Text | InlineCode | Emphasis | Link | Reference | HtmlInline | LineBreak | FootnoteReference;

/** Characters of the source, escapes and all; `value` is what they mean. */
export interface Text extends Span {
  readonly kind: 'text';
  readonly value: string;
}

export interface InlineCode extends Span {
  readonly kind: 'inlineCode';
  readonly value: string;
}

export interface Emphasis extends Span {
  readonly kind: 'emphasis' | 'strong' | 'delete';
  readonly inlines: readonly Inline[];
}

/** `[text](target)`, `![alt](target)`, `<https://…>` or a bare `https://…`. */
export interface Link extends Span {
  readonly kind: 'link';
  readonly form: 'inline' | 'image' | 'autolink' | 'bare';
  /** Between the brackets; the URL itself for autolinks and bare URLs. May be empty. */
  readonly label: Span;
  /** The URL as written, without `<` and `>`. May be empty. */
  readonly target: Span;
  /** The URL as Markdown reads it (escapes and references decoded). */
  readonly url: string;
  readonly plain: string;
  readonly inlines: readonly Inline[];
}

/** `[text][id]`, `[id][]`, `[id]` or the same with `!`: only where a definition exists. */
export interface Reference extends Span {
  readonly kind: 'reference';
  readonly image: boolean;
  readonly identifier: string;
  readonly plain: string;
  readonly inlines: readonly Inline[];
}

export interface HtmlInline extends Span {
  readonly kind: 'htmlInline';
  readonly tags: readonly HtmlTag[];
}

/** `<a href="…">` (or `</a>`), attribute names in lower case. */
export interface HtmlTag extends Span {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: readonly HtmlAttribute[];
}

export interface HtmlAttribute {
  readonly name: string;
  /** Decoded, as written otherwise: a line break inside stays. */
  readonly value: string;
  /** Between the quotes. */
  readonly span: Span;
}

export interface LineBreak extends Span {
  readonly kind: 'break';
}

export interface FootnoteReference extends Span {
  readonly kind: 'footnoteReference';
}
