import type { Span } from '../text/span.js';
import { cutsOf, type Piece, parseUpTo } from './cuts.js';
import type { Labels } from './labels.js';
import { parseBlocks } from './parseBlocks.js';
import type { Block, ListItem } from './syntax.js';

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
  const blocks: Block[] = [];
  let [from, least, goesOn] = [start, smallest, false];
  const add = (piece: Piece): void => {
    const [first, ...more] = piece.blocks;
    const list = blocks.at(-1);
    // lists are made longer in place: a long one has many pieces
    if (goesOn && list?.kind === 'list' && first?.kind === 'list') {
      (list.items as ListItem[]).push(...first.items);
      blocks[blocks.length - 1] = { ...list, end: first.end };
    } else if (first) blocks.push(first);
    for (const block of more) blocks.push(block);
    goesOn = piece.goesOn;
  };
  if (end - start >= 2 * smallest)
    for (const cut of cutsOf(text.slice(start, end))) {
      const at = start + cut.at;
      if (at - from < least) continue;
      const piece = parseUpTo(text, { start: from, end: at }, cut.sentinel, labels);
      least = piece ? smallest : 2 * (at - from);
      if (!piece) continue;
      add(piece);
      from = at;
    }
  const rest = { start: from, end };
  const last =
    sentinel === undefined
      ? { blocks: parseBlocks(text, rest, '', labels), goesOn: false }
      : parseUpTo(text, rest, sentinel, labels);
  if (!last) return undefined;
  add(last);
  return blocks;
}
