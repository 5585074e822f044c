import type { TreeCursor } from '@lezer/common';
import type { Span } from '../../text/span.js';
import { parseHtmlTags } from '../htmlTags.js';
import { boxOf, itemContent } from '../itemParts.js';
import type { Labels } from '../labels.js';
import { parseBlocks } from '../parseBlocks.js';
import type { Block, Heading, Inline, ListItem } from '../syntax.js';
import { readDefinitions } from './definitions.js';
import * as doubts from './doubts.js';
import { readWords } from './inlineReader.js';
import { Source } from './source.js';

/**
 * Reads blocks of lezer's tree of `text`. A leaf that micromark might read otherwise is read again by micromark, where
 * that can be done without what is around it.
 */
export class BlockReader {
  /** Whether what was read since this was last set must be read by micromark. */
  doubtful = false;
  readonly #source: Source;
  readonly #labels: Labels;
  /** Lists and quotes around the cursor. */
  #depth = 0;
  /** Where the bullet or number read last begins. */
  #lastMarker = 0;

  /** `labels`: what the note defines. */
  constructor(text: string, labels: Labels) {
    this.#source = new Source(text);
    this.#labels = labels;
  }

  /** The blocks that the one at the cursor is. */
  read(cursor: TreeCursor): readonly Block[] {
    const span = this.#source.spanOf(cursor);
    switch (cursor.name) {
      case 'Paragraph':
        return this.#paragraph(cursor, span);
      case 'BulletList':
      case 'OrderedList': {
        const ordered = cursor.name === 'OrderedList';
        const items = this.#inside(cursor, () => [this.#item(cursor)]);
        this.#doubtIf(ordered && items[0] !== undefined && !this.#mayStartAt(items[0].marker));
        return [{ kind: 'list', start: items[0]?.start ?? span.start, end: span.end, ordered, items }];
      }
      case 'Blockquote':
        return [this.#blockquote(cursor, span)];
      case 'FencedCode':
        this.#doubtIf(
          this.#depth > 0 &&
            !doubts.isClosedFence(this.#source.slice(span), this.#source.lineBefore(span.start).length),
        );
        return [{ kind: 'code', ...span }];
      case 'HTMLBlock':
      case 'CommentBlock':
        return [this.#html(span)];
      case 'HorizontalRule':
        return [{ kind: 'thematicBreak', ...span }];
      case 'Table':
        return this.#table(cursor, span);
      case 'QuoteMark':
        return [];
      default:
        if (/Heading\d$/.test(cursor.name)) return this.#heading(cursor, span);
        this.doubtful = true;
        return [];
    }
  }

  #inside<T>(cursor: TreeCursor, read: () => readonly T[]): T[] {
    this.#depth++;
    const found: T[] = [];
    for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) found.push(...read());
    cursor.parent();
    this.#depth--;
    return found;
  }

  #doubtIf(doubtful: boolean): void {
    this.doubtful ||= doubtful;
  }

  #heading(cursor: TreeCursor, span: Span): readonly Block[] {
    const depth = Number(cursor.name.at(-1)) as Heading['depth'];
    let { start, end } = span;
    for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) {
      if (cursor.name !== 'HeaderMark') continue;
      if (cursor.from === span.start) start = cursor.to;
      else end = cursor.from;
    }
    cursor.parent();
    const source = this.#source.slice({ start, end });
    this.#doubtIf(doubts.BOX.test(source));
    const words = readWords(this.#source.text, cursor, { start, end }, { inItem: this.#depth > 0 });
    if (doubts.mayBeNoParagraph(source) || words.doubtful || words.doubtfulPlain)
      return this.#readAgain(span, 'heading');
    return [{ kind: 'heading', ...span, depth, inlines: words.inlines, plain: words.plain.trim() }];
  }

  #paragraph(cursor: TreeCursor, span: Span, opensItem = false): readonly Block[] {
    const source = this.#source.slice(span);
    this.#doubtIf(!opensItem && doubts.BOX.test(source));
    const definitions = this.#depth === 0 ? readDefinitions(source, span.start) : undefined;
    if (definitions) return definitions;
    if (doubts.mayBeNoParagraph(source)) return this.#readAgain(span, 'paragraph');
    const { inlines, doubtful } = readWords(this.#source.text, cursor, span, { inItem: this.#depth > 0 });
    return doubtful ? this.#readAgain(span, 'paragraph') : [{ kind: 'paragraph', ...span, inlines }];
  }

  #blockquote(cursor: TreeCursor, span: Span): Block {
    this.#doubtIf(this.#depth > 0 || !doubts.isPlainQuote(this.#source.slice(span)));
    const blocks = this.#inside(cursor, () => this.read(cursor));
    this.#doubtIf(blocks.some(({ kind }) => kind !== 'paragraph'));
    return { kind: 'blockquote', ...span, blocks };
  }

  #table(cursor: TreeCursor, span: Span): readonly Block[] {
    let doubtful =
      this.#depth > 0 || !doubts.isPlainTable(this.#source.slice(span)) || !doubts.standsAlone(this.#source.text, span);
    const inlines = this.#inside(cursor, () =>
      /Header|Row/.test(cursor.name)
        ? this.#inside(cursor, () => {
            if (cursor.name !== 'TableCell') return [];
            const words = readWords(
              this.#source.text,
              cursor,
              { start: cursor.from, end: cursor.to },
              { inItem: false },
            );
            doubtful ||= words.doubtful;
            return words.inlines;
          })
        : [],
    );
    return doubtful ? this.#readAgain(span, 'paragraph') : [{ kind: 'table', ...span, inlines }];
  }

  #html(span: Span): Block {
    const source = this.#source.slice(span);
    this.#doubtIf(this.#depth > 0 || this.#source.text[span.start - 1] === ' ' || doubts.UNSURE_HTML.test(source));
    return { kind: 'html', ...span, tags: parseHtmlTags(source, span.start) };
  }

  /** A leaf as micromark reads it: a line is the same wherever it stands, others are between blank lines. */
  #readAgain(span: Span, kind: 'heading' | 'paragraph'): readonly Block[] {
    const isLine = !this.#source.slice(span).includes('\n');
    const alone = this.#depth === 0 && doubts.standsAlone(this.#source.text, span);
    const blocks = isLine || alone ? parseBlocks(this.#source.text, span, '', this.#labels) : [];
    const [only] = blocks;
    const isSame = blocks.length === 1 && only?.kind === kind && only.start === span.start && only.end === span.end;
    this.#doubtIf(!isSame && !(alone && blocks.every((block) => doubts.CLOSED_BY_BLANK.has(block.kind))));
    return blocks;
  }

  #item(cursor: TreeCursor): ListItem {
    const { end } = this.#source.spanOf(cursor);
    const blocks: Block[] = [];
    const above = this.#lastMarker;
    let marker = { start: cursor.from, end: cursor.from };
    let task: Span | undefined;
    for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) {
      if (cursor.name === 'ListMark') {
        marker = { start: cursor.from, end: cursor.to };
        this.#lastMarker = marker.start;
      } else if (blocks.length > 0) blocks.push(...this.read(cursor));
      else {
        task = this.#taskAt(cursor, marker.end);
        blocks.push(...(task ? this.#task(cursor, task) : this.#firstOfItem(cursor, marker.end)));
      }
    }
    cursor.parent();
    this.#checkMarker(marker, blocks.length === 0 ? above : undefined);
    const first = blocks[0];
    this.#doubtIf(first !== undefined && this.#source.slice({ start: marker.end, end: first.start }).includes('\n'));
    const paragraph = first?.kind === 'paragraph' ? first : undefined;
    const box = boxOf(this.#source.text, task, paragraph);
    const content = itemContent(this.#source.text, marker, box, paragraph);
    return { kind: 'listItem', start: marker.start, end, marker, box, content, blocks };
  }

  /** Only a list that begins with 1 can follow words without a blank line. */
  #mayStartAt({ start, end }: Span): boolean {
    return (end - start === 2 && this.#source.text[start] === '1') || doubts.isBlank(this.#source.lineAbove(start));
  }

  /** Numbers may be words of what is before them, and so may an empty item, unless it stands below the item `above`. */
  #checkMarker({ start, end }: Span, above: number | undefined): void {
    if (above === undefined && end - start === 1) return;
    const before = this.#source.lineBefore(start);
    this.#doubtIf(!doubts.isBlank(before));
    if (above === undefined || doubts.isBlank(this.#source.lineAbove(start))) return;
    const indent = this.#source.lineBefore(above);
    const isBelow =
      this.#source.slice({ start: above, end: start }).indexOf('\n') === start - before.length - 1 - above;
    this.#doubtIf(!isBelow || !doubts.isBlank(indent) || indent.length < before.length);
  }

  #firstOfItem(cursor: TreeCursor, markerEnd: number): readonly Block[] {
    const span = this.#source.spanOf(cursor);
    const words =
      cursor.name === 'Paragraph' && !this.#source.slice({ start: markerEnd, end: span.start }).includes('\n');
    return words ? this.#paragraph(cursor, span, true) : this.read(cursor);
  }

  /** The box of the paragraph at the cursor, on the marker's line. */
  #taskAt(cursor: TreeCursor, markerEnd: number): Span | undefined {
    if (cursor.name !== 'Paragraph' || !cursor.firstChild()) return undefined;
    const { type, from: start, to: end } = cursor;
    cursor.parent();
    return type.name === 'Box' && !this.#source.slice({ start: markerEnd, end: start }).includes('\n')
      ? { start, end }
      : undefined;
  }

  /** A paragraph begins behind its box and a blank, where words follow. */
  #task(cursor: TreeCursor, box: Span): readonly Block[] {
    const words = { start: box.end + 1, end: this.#source.spanOf(cursor).end };
    if (doubts.mayBeNoParagraph(this.#source.slice(words))) this.doubtful = true;
    const inlines = this.#taskWords(cursor, words);
    const [first] = inlines;
    const start = first?.kind === 'text' && first.start === words.start ? words.start : box.start;
    return [{ kind: 'paragraph', start, end: words.end, inlines }];
  }

  #taskWords(cursor: TreeCursor, span: Span): readonly Inline[] {
    const { inlines, doubtful } = readWords(this.#source.text, cursor, span, { inItem: true, behindBox: true });
    if (!doubtful) return inlines;
    const [again] = this.#readAgain(span, 'paragraph');
    return again?.kind === 'paragraph' ? again.inlines : [];
  }
}
