import { type Behind, DEFINITION, mayGoOn } from './cuts.js';
import type { Labels } from './labels.js';
import { parsePieces } from './parsePieces.js';
import { type Change, shift } from './shift.js';
import type { Block, NoteSyntax } from './syntax.js';

const LINE_BREAK = /[\r\n]/;
/** May make the line above it the head of a table. */
const DELIMITERS = /^(?:\r\n|\r|\n)[ \t>]*[|:-]/;

/**
 * The blocks after a change among definitions at the top level: from the definition or heading above it, where nothing
 * is open, to the definition below, where nothing is open either, or to the end, in front of what is `behind`.
 * Undefined where that is not certain.
 */
export function reparseDefinitions(
  { text: old, blocks }: NoteSyntax,
  text: string,
  change: Change,
  behind: Behind | undefined,
  labels: Labels,
): Block[] | undefined {
  const isFirm = ({ kind, start }: Block): boolean =>
    (kind === 'definition' || (kind === 'heading' && old[start] === '#')) &&
    (start === 0 || LINE_BREAK.test(old[start - 1] ?? ''));
  const first = blocks.findLastIndex((one) => LINE_BREAK.test(old.slice(one.end, change.start)) && isFirm(one));
  const above = blocks[first];
  if (!above || DELIMITERS.test(text.slice(above.end))) return undefined;
  const last = blocks.findIndex(
    (one) => one.kind === 'definition' && LINE_BREAK.test(old.slice(change.end, one.start)) && isFirm(one),
  );
  const below = blocks[last];
  if (above.kind === 'definition' && mayGoOn(old.slice(0, above.start))) return undefined;
  if (!below && above.kind !== 'definition') return undefined;
  const end = below ? below.start + change.newEnd - change.end : text.length;
  const fresh = parsePieces(
    text,
    { start: above.start, end },
    below ? { sentinel: DEFINITION, standIns: '' } : behind,
    labels,
  );
  // a new heading begins another part
  if (!fresh || fresh.some(({ kind, start }) => kind === 'heading' && start > above.start)) return undefined;
  const rest = below ? blocks.slice(last).map((block) => shift(block, change)) : [];
  return [...blocks.slice(0, first), ...fresh, ...rest];
}
