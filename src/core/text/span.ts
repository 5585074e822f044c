/** A half-open range of UTF-16 offsets in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `span` by `newText`. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const moveSpan = ({ start, end }: Span, by: number): Span => span(start + by, end + by);

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether two edits cannot both be made: they share text, or one inserts inside what the other replaces. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Applies edits that all speak of `text` as it is. Edits at the same place keep their order.
 * Throws a RangeError where two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let last = 0;
  for (const { span, newText } of sorted) {
    if (span.start < last || span.end > text.length || span.end < span.start) {
      throw new RangeError(`Edit at ${span.start}–${span.end} overlaps another or lies outside the text.`);
    }
    result += text.slice(last, span.start) + newText;
    last = span.end;
  }
  return result + text.slice(last);
}
