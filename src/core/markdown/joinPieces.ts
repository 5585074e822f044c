import type { Block, ListItem } from './syntax.js';

/** What stands in front of a cut. */
export interface Piece {
  readonly blocks: readonly Block[];
  /** Whether what follows belongs to the list that the piece ends with. */
  readonly goesOn: boolean;
}

/** The blocks of pieces that stand one behind the other. */
export function joinPieces(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  // a list is made longer in place: a long one has many pieces
  let open: ListItem[] | undefined;
  for (const {
    blocks: [first, ...more],
    goesOn,
  } of pieces) {
    const list = blocks.at(-1);
    if (open && list?.kind === 'list' && first?.kind === 'list') {
      for (const item of first.items) open.push(item);
      blocks[blocks.length - 1] = { ...list, end: first.end };
    } else if (first) blocks.push(first);
    for (const block of more) blocks.push(block);
    const last = blocks.at(-1);
    if (!goesOn || last?.kind !== 'list') open = undefined;
    else if (last.items !== open) {
      open = [...last.items];
      blocks[blocks.length - 1] = { ...last, items: open };
    }
  }
  return blocks;
}
