import type { Span } from '../text/span.js';
import { ANEW, type Beginning, type Behind, cutsOf, parseUpTo } from './cuts.js';
import { joinPieces, type Piece } from './joinPieces.js';
import type { Labels } from './labels.js';
import { unnest } from './levels.js';
import { parseBlocks } from './parseBlocks.js';
import { depthOf } from './standIns.js';
import type { Block } from './syntax.js';

/** Characters below which a part is not worth its own parse. */
const SMALLEST = 4096;

/**
 * The blocks of `part`, read piece by piece so that the cost grows with the text and no faster, in front of what is
 * `behind` where there is anything, with references to `labels`. Undefined where it cannot be cut there. What begins in
 * items, for which `standIns` stand, is given in items that are nowhere.
 */
export function parsePieces(
  text: string,
  { start, end }: Span,
  behind?: Behind,
  labels?: Labels,
  standIns = '',
  smallest = SMALLEST,
): Block[] | undefined {
  const pieces: Piece[] = [];
  let [from, least] = [start, smallest];
  let beginning: Beginning = standIns === '' ? ANEW : { standIns, goesOn: true };
  if (end - start >= 2 * smallest)
    for (const cut of cutsOf(text.slice(start, end))) {
      const at = start + cut.at;
      if (at - from < least) continue;
      const read = parseUpTo(text, { start: from, end: at }, cut.sentinel, labels, beginning);
      least = read ? smallest : 2 * (at - from);
      if (!read) continue;
      pieces.push(...read.pieces);
      [from, beginning] = [at, read.behind];
    }
  const last = readLast({ start: from, end });
  return last && joinPieces([...pieces, ...last], depthOf(standIns));

  function readLast(rest: Span): readonly Piece[] | undefined {
    const { standIns: within, goesOn } = beginning;
    if (!behind) return unnest(parseBlocks(text, rest, '', labels, within), depthOf(within), goesOn);
    const read = parseUpTo(text, rest, behind.sentinel, labels, beginning);
    return read?.behind.standIns === behind.standIns ? read.pieces : undefined;
  }
}
