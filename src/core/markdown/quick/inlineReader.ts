import type { TreeCursor } from '@lezer/common';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Span } from '../../text/span.js';
import { bareLink, textWithBareUrls } from '../bareUrls.js';
import { parseHtmlTags } from '../htmlTags.js';
import type { Inline, InlineCode } from '../syntax.js';
import { unsureWords } from './doubts.js';
import { decode, Prose, type Written } from './prose.js';

export interface Words {
  readonly inlines: readonly Inline[];
  /** As `mdast-util-to-string` gives it. */
  readonly plain: string;
  /** Whether micromark might read them otherwise; `doubtfulPlain`: might give other plain text. */
  readonly doubtful: boolean;
  readonly doubtfulPlain: boolean;
}

interface Place {
  /** In an item, or a quote: lines begin behind its indent. */
  readonly inItem: boolean;
  /** Blanks at the start are words. */
  readonly behindBox?: boolean;
  /** A URL is words. */
  readonly inLink?: boolean;
}

/** What stands inside `span` in the node at the cursor. */
export function readWords(text: string, cursor: TreeCursor, span: Span, place: Place): Words {
  let { end } = span;
  while (end > span.start && ' \r\n'.includes(text.charAt(end - 1))) end--;
  const reader = new InlineReader(text, place, place.behindBox !== true);
  reader.doubtful = unsureWords(text.slice(span.start, end));
  reader.read(cursor, span.start, end);
  return reader;
}

class InlineReader implements Words {
  readonly inlines: Inline[] = [];
  plain = '';
  doubtful = false;
  doubtfulPlain = false;
  readonly #text: string;
  readonly #place: Place;
  readonly #prose: Prose;

  constructor(text: string, place: Place, atLineStart: boolean) {
    this.#text = text;
    this.#place = place;
    this.#prose = new Prose(text, atLineStart, (words, lineBreak) => this.#addProse(words, lineBreak));
  }

  read(cursor: TreeCursor, from: number, to: number): void {
    let at = from;
    let more = cursor.firstChild();
    const hasChildren = more;
    for (; more && cursor.from < to; more = cursor.nextSibling()) {
      if (cursor.to <= from || cursor.name === 'Escape') continue;
      this.#prose.add(at, cursor.from);
      at = cursor.to;
      if (cursor.name === 'QuoteMark') continue;
      this.#prose.end();
      this.#add(cursor);
    }
    if (hasChildren) cursor.parent();
    this.#prose.add(at, to);
    this.#prose.end();
  }

  #addProse(words: Written | undefined, lineBreak: Span | undefined): void {
    // the node of a line break in an item includes the indent behind it
    const end = lineBreak?.end ?? words?.end ?? 0;
    if (this.#place.inItem && this.#text[end - 1] === '\n' && /[ >]/.test(this.#text.charAt(end))) this.doubtful = true;
    if (words) {
      const { start, end } = words;
      const value = decode(words.value);
      this.plain += value;
      if (this.#place.inLink) this.inlines.push({ kind: 'text', start, end, value });
      else for (const inline of textWithBareUrls(this.#text, value, { start, end })) this.inlines.push(inline);
    }
    if (lineBreak) this.inlines.push({ kind: 'break', ...lineBreak });
  }

  #add(cursor: TreeCursor): void {
    const span = { start: cursor.from, end: cursor.to };
    const source = this.#text.slice(span.start, span.end);
    const inline = this.#inline(cursor, span, source);
    if (inline) this.inlines.push(inline);
    else this.doubtful = true;
  }

  #inline(cursor: TreeCursor, span: Span, source: string): Inline | undefined {
    switch (cursor.name) {
      case 'InlineCode':
        return this.#code(source, span);
      case 'Emphasis':
        return { kind: 'emphasis', ...span, inlines: this.#inside(cursor, span, 1) };
      case 'StrongEmphasis':
        return { kind: 'strong', ...span, inlines: this.#inside(cursor, span, 2) };
      case 'Strikethrough':
        return { kind: 'delete', ...span, inlines: this.#inside(cursor, span, source[1] === '~' ? 2 : 1) };
      case 'URL':
        this.plain += source;
        return bareLink(source, span);
      case 'Autolink': {
        const inner = { start: span.start + 1, end: span.end - 1 };
        const plain = source.slice(1, -1);
        this.plain += plain;
        return { kind: 'link', form: 'autolink', ...span, label: inner, target: inner, url: plain, plain, inlines: [] };
      }
      case 'HTMLTag':
        this.plain += source;
        this.doubtfulPlain ||= source.includes('\n');
        return { kind: 'htmlInline', ...span, tags: parseHtmlTags(source, span.start) };
      case 'Link':
      case 'Image':
        return this.#link(cursor, span);
      default:
        return undefined;
    }
  }

  #code(source: string, span: Span): InlineCode {
    const fence = /^`+/.exec(source)?.[0].length ?? 0;
    const inner = source.slice(fence, -fence);
    this.doubtful ||= inner.includes('\n');
    const padded = inner.startsWith(' ') && inner.endsWith(' ') && /[^ ]/.test(inner);
    const value = padded ? inner.slice(1, -1) : inner;
    this.plain += value;
    return { kind: 'inlineCode', ...span, value };
  }

  /** Between the marks of an emphasis. */
  #inside(cursor: TreeCursor, { start, end }: Span, mark: number): readonly Inline[] {
    const inner = this.#readInside(cursor, { start: start + mark, end: end - mark }, this.#place);
    this.doubtfulPlain ||= inner.doubtfulPlain;
    this.plain += inner.plain;
    return inner.inlines;
  }

  /** Words on one line with no other inlines among them, in a link. */
  #plainWords({ start, end }: Span): Words | undefined {
    const source = this.#text.slice(start, end);
    if (source === '' || source.includes('\n')) return undefined;
    const plain = decode(source);
    return { inlines: [{ kind: 'text', start, end, value: plain }], plain, doubtful: false, doubtfulPlain: false };
  }

  #readInside(cursor: TreeCursor, { start, end }: Span, place: Place): Words {
    const inner = new InlineReader(this.#text, place, false);
    inner.read(cursor, start, end);
    this.doubtful ||= inner.doubtful;
    return inner;
  }

  /** The last two nodes of a link are its `]` and its target, or the label of its definition. */
  #link(cursor: TreeCursor, span: Span): Inline {
    const image = cursor.name === 'Image';
    cursor.lastChild();
    const target = { start: cursor.from, end: cursor.to };
    const isReference = cursor.name === 'LinkLabel';
    cursor.prevSibling();
    const label = { start: span.start + (image ? 2 : 1), end: cursor.from };
    const isPlain = !cursor.prevSibling();
    cursor.parent();
    const words =
      (isPlain && this.#plainWords(label)) || this.#readInside(cursor, label, { ...this.#place, inLink: true });
    const { plain } = words;
    this.doubtful ||= words.doubtfulPlain;
    this.plain += plain;
    const inlines = image ? [] : words.inlines;
    const written = this.#text.slice(target.start, target.end);
    if (!isReference)
      return {
        kind: 'link',
        form: image ? 'image' : 'inline',
        ...span,
        label,
        target,
        url: decode(written),
        plain,
        inlines,
      };
    const identifier = normalizeIdentifier(written).toLowerCase();
    return { kind: 'reference', ...span, image, identifier, plain, inlines };
  }
}
