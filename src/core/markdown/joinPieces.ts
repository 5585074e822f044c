import { nest } from './levels.js';
import type { Block, List, ListItem } from './syntax.js';

/** What stands in front of a cut, or behind it up to where the item it is in ends. */
export interface Piece {
  /** Where the items end that it stands in, the last ones before it, from outermost. */
  readonly ends: readonly number[];
  readonly blocks: readonly Block[];
  /** Whether its first list goes on with the one before it. */
  readonly goesOn: boolean;
}

/** The blocks of pieces that stand one behind the other, of which the first stands in `depth` items that are nowhere. */
export function joinPieces(pieces: Iterable<Piece>, depth = 0): Block[] {
  const joined = new Joined(nest([], depth));
  for (const piece of pieces) joined.add(piece);
  return joined.blocks;
}

type Open<T extends List | ListItem> = { -readonly [K in keyof T]: T[K] };
type OpenList = Open<List> & { readonly items: ListItem[] };
type OpenItem = Open<ListItem> & { readonly blocks: Block[] };

class Joined {
  readonly blocks: Block[];
  /** Copies, made longer in place: a long list has many pieces. */
  readonly #own = new WeakSet<List | ListItem>();

  constructor(blocks: readonly Block[]) {
    this.blocks = [...blocks];
  }

  add({ ends, blocks, goesOn }: Piece): void {
    let within = this.blocks;
    for (const end of ends) {
      const list = this.#openList(within);
      const item = list && this.#openItem(list);
      if (!item) break;
      [list.end, item.end] = [end, end];
      within = item.blocks;
    }
    const [first] = blocks;
    const list = goesOn && first?.kind === 'list' ? this.#openList(within) : undefined;
    if (list && first?.kind === 'list') {
      for (const item of first.items) list.items.push(item);
      // a list that is nowhere is of no kind
      [list.end, list.ordered] = [first.end, first.ordered];
    } else if (first) within.push(first);
    for (const block of blocks.slice(1)) within.push(block);
  }

  #openList(blocks: Block[]): OpenList | undefined {
    const last = blocks.at(-1);
    if (last?.kind !== 'list') return undefined;
    if (this.#own.has(last)) return last as OpenList;
    const open = { ...last, items: [...last.items] };
    this.#own.add(open);
    blocks[blocks.length - 1] = open;
    return open;
  }

  #openItem({ items }: OpenList): OpenItem | undefined {
    const last = items.at(-1);
    if (!last || this.#own.has(last)) return last as OpenItem | undefined;
    const open = { ...last, blocks: [...last.blocks] };
    this.#own.add(open);
    items[items.length - 1] = open;
    return open;
  }
}
