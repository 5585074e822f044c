import { plainWords } from '../markdown/plainWords.js';
import type { Block, Inline, ListItem } from '../markdown/syntax.js';
import { partitionPoint } from '../text/partitionPoint.js';
import { type Span, span } from '../text/span.js';

/** A line of a note that may be a field or a chapter: a bullet's first paragraph, or one line of a paragraph. */
export interface FieldLine {
  readonly plain: string;
  /** The line's source, without the bullet. */
  readonly span: Span;
  readonly item: ListItem | null;
  readonly children: readonly FieldLine[];
}

/** The lines of some blocks, bullets with what is nested in them. */
export function fieldLines(blocks: readonly Block[], text: string): FieldLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => ofItem(item, text));
    if (block.kind === 'paragraph') return ofParagraph(block.inlines, block, text, null, []);
    if (block.kind === 'blockquote') return fieldLines(block.blocks, text);
    return [];
  });
}

/** The same, nested ones behind their parents. */
export const flatten = (lines: readonly FieldLine[]): FieldLine[] =>
  lines.flatMap((line) => [line, ...flatten(line.children)]);

function ofItem(item: ListItem, text: string): FieldLine {
  const [first, ...rest] = item.blocks;
  const paragraph = first?.kind === 'paragraph' ? first : undefined;
  const children = fieldLines(paragraph ? rest : item.blocks, text);
  const lines = paragraph ? ofParagraph(paragraph.inlines, item.content, text, item, children) : [];
  return lines[0] ?? { plain: '', span: item.content, item, children };
}

function ofParagraph(
  inlines: readonly Inline[],
  whole: Span,
  text: string,
  item: ListItem | null,
  children: readonly FieldLine[],
): FieldLine[] {
  const lines: FieldLine[] = [];
  let start = whole.start;
  for (const line of text.slice(whole.start, whole.end).split(/(?<=\r\n|\n|\r(?!\n))/)) {
    const blanks = /^\s*/.exec(line)?.[0].length ?? 0;
    const here = span(start + blanks, start + line.trimEnd().length);
    start += line.length;
    if (here.start < here.end)
      lines.push({
        plain: plainWords(inlinesWithin(inlines, here, text)),
        span: here,
        item,
        children: lines.length === 0 ? children : [],
      });
  }
  return lines;
}

/** The inlines on one line; text that runs over several is cut. */
function inlinesWithin(inlines: readonly Inline[], line: Span, text: string): Inline[] {
  const first = partitionPoint(inlines.length, (at) => (inlines[at] as Inline).end <= line.start);
  const behind = partitionPoint(inlines.length, (at) => (inlines[at] as Inline).start < line.end);
  return inlines.slice(first, behind).flatMap((inline): Inline[] => {
    const start = Math.max(inline.start, line.start);
    const end = Math.min(inline.end, line.end);
    if (start >= end) return [];
    if (inline.kind !== 'text' || (start === inline.start && end === inline.end)) return [inline];
    return [{ ...inline, start, end, value: text.slice(start, end) }];
  });
}
