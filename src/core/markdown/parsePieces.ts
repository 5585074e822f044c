import type { Span } from '../text/span.js';
import { cutsOf, parseUpTo } from './cuts.js';
import { joinPieces, type Piece } from './joinPieces.js';
import type { Labels } from './labels.js';
import { parseBlocks } from './parseBlocks.js';
import type { Block } from './syntax.js';

/** Characters below which a part is not worth its own parse. */
const SMALLEST = 4096;

/**
 * The blocks of `part`, read piece by piece so that the cost grows with the text and no faster, in front of `sentinel`
 * where there is one, with references to `labels`. Undefined where it cannot be cut there.
 */
export function parsePieces(
  text: string,
  { start, end }: Span,
  sentinel?: string,
  labels?: Labels,
  smallest = SMALLEST,
): Block[] | undefined {
  const pieces: Piece[] = [];
  let [from, least] = [start, smallest];
  if (end - start >= 2 * smallest)
    for (const cut of cutsOf(text.slice(start, end))) {
      const at = start + cut.at;
      if (at - from < least) continue;
      const piece = parseUpTo(text, { start: from, end: at }, cut.sentinel, labels);
      least = piece ? smallest : 2 * (at - from);
      if (!piece) continue;
      pieces.push(piece);
      from = at;
    }
  const rest = { start: from, end };
  const last =
    sentinel === undefined
      ? { blocks: parseBlocks(text, rest, '', labels), goesOn: false }
      : parseUpTo(text, rest, sentinel, labels);
  if (!last) return undefined;
  return joinPieces([...pieces, last]);
}
