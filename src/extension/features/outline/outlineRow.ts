import type { OutlineItem } from '../../../core/outline/outline.js';

/** One row of the tree. A row stays the same while its item is the same; `item` is that of the newest version. */
export interface OutlineRow {
  readonly key: number;
  readonly item: OutlineItem;
  readonly parent: OutlineRow | undefined;
  readonly children: readonly OutlineRow[];
  /** 1 at the top. */
  readonly level: number;
  collapsed: boolean;
}

/**
 * A row finds its item in that of the row above, so that only rows at the top must be told when a note moves on. Those
 * below it are made when they are asked for.
 */
export class Row implements OutlineRow {
  readonly key: number;
  collapsed: boolean;
  readonly #make: (row: Row) => readonly Row[];
  #children: readonly Row[] | undefined;
  #item: OutlineItem;
  #parent: Row | undefined;
  #above: OutlineItem | undefined;
  #at = 0;

  constructor(key: number, item: OutlineItem, collapsed: boolean, make: (row: Row) => readonly Row[]) {
    this.key = key;
    this.#item = item;
    this.collapsed = collapsed;
    this.#make = make;
  }

  get children(): readonly Row[] {
    this.#children ??= this.#make(this);
    return this.#children;
  }

  set children(rows: readonly Row[]) {
    this.#children = rows;
  }

  /** Undefined where they were not asked for yet. */
  get madeChildren(): readonly Row[] | undefined {
    return this.#children;
  }

  get item(): OutlineItem {
    const above = this.#parent?.item;
    if (above !== this.#above) {
      this.#above = above;
      this.#item = above?.children[this.#at] ?? this.#item;
    }
    return this.#item;
  }

  get parent(): Row | undefined {
    return this.#parent;
  }

  get level(): number {
    return (this.#parent?.level ?? 0) + 1;
  }

  /** `item` is `parent.item.children[at]`. */
  place(item: OutlineItem, parent: Row | undefined, at: number): void {
    this.#item = item;
    this.#parent = parent;
    this.#above = parent?.item;
    this.#at = at;
  }
}

/** Those that were made, parents before children. */
export function* made(rows: readonly Row[]): Generator<Row> {
  for (const row of rows) {
    yield row;
    yield* made(row.madeChildren ?? []);
  }
}
