import type { Span } from '../text/span.js';
import type { Box } from './syntax.js';

/** `[x]` with nothing behind it: no task in GFM, one to its author. */
const LONE_BOX = /^\[[ xX]\](?=[ \t]*(?:\r?\n|\r|$))/;

/** An item's box: the one GFM has `found`, or a lone one at the start of its first paragraph. */
export function boxOf(text: string, found: Span | undefined, paragraph: Span | undefined): Box | null {
  if (found !== undefined) {
    const inside = text[found.start + 1] ?? '';
    return /[\r\n]/.test(inside) ? null : { ...found, checked: inside === 'x' || inside === 'X' };
  }
  const lone = paragraph && LONE_BOX.exec(text.slice(paragraph.start, paragraph.end));
  if (!paragraph || !lone) return null;
  return { start: paragraph.start, end: paragraph.start + 3, checked: lone[0][1] !== ' ' };
}

/** An item's first paragraph, behind its marker and box. */
export function itemContent(text: string, marker: Span, box: Box | null, paragraph: Span | undefined): Span {
  const end = box?.end ?? marker.end;
  if (paragraph === undefined || end >= paragraph.end) return { start: end, end };
  const blanks = /^[ \t]*/.exec(text.slice(Math.max(end, paragraph.start), paragraph.end))?.[0].length ?? 0;
  return { start: Math.max(end, paragraph.start) + blanks, end: paragraph.end };
}
