import type { Episode } from '../../../core/episode/episode.js';
import { sameItems } from '../../../core/outline/buildOutline.js';
import { matchesFilter, type OutlineFilter } from '../../../core/outline/filterOutline.js';
import { type EditBatch, matchItems } from '../../../core/outline/matchItems.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { countTasks } from '../../../core/outline/progress.js';
import { slice } from '../../../core/text/span.js';

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

/** Characters of a note, about two thousand rows, beyond which its outline opens with its sections closed: VS Code asks for all open ones at once. */
const LONG = 80_000;

/**
 * A row finds its item in that of the row above, so that only rows at the top must be told when a note moves on. Those
 * below it are made when they are asked for.
 */
class Row implements OutlineRow {
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

/** What a new version has changed for the eye. */
export interface OutlineChange {
  /** Rows whose words, box or rows below differ; undefined where the top level does. */
  readonly changed: readonly OutlineRow[] | undefined;
  /** Rows of which only the count of tasks below differs. */
  readonly counted: readonly OutlineRow[];
}

interface Look {
  readonly words: string;
  readonly counts: string;
  /** Whether there are rows below, and which, where they were asked for. */
  readonly opens: boolean;
  readonly below: readonly OutlineRow[] | undefined;
}

/** The rows of one note, from version to version. */
export class OutlineRows {
  #rows: readonly Row[] = [];
  #episode: Episode | undefined;
  #filter: OutlineFilter = 'all';
  #nextUp: string | undefined;
  readonly #looks = new Map<OutlineRow, Look>();
  #top: readonly OutlineRow[] = [];
  #keys = 0;
  #startsClosed = false;

  get episode(): Episode | undefined {
    return this.#episode;
  }

  /** The rows shown below one, or at the top. */
  visible(row?: OutlineRow): OutlineRow[] {
    return (row?.children ?? this.#rows).filter(({ item }) => this.#isShown(item));
  }

  /** Whether rows are shown below one. */
  opens({ item }: OutlineRow): boolean {
    return item.children.some((one) => this.#isShown(one));
  }

  #isShown(item: OutlineItem): boolean {
    return this.#filter === 'all' || matchesFilter(item, this.#filter);
  }

  /** Takes over a new version of the note; `batches` are the edits since the last one, in order. */
  update(
    episode: Episode,
    batches: readonly EditBatch[],
    filter: OutlineFilter,
    nextUp: string | undefined,
  ): OutlineChange {
    const all = filter !== this.#filter;
    this.#filter = filter;
    if (this.#rows.length === 0) this.#startsClosed = episode.syntax.text.length > LONG;
    const renewed = episode === this.#episode ? [] : this.#renew(episode, batches);
    const were = [this.#nextUp, nextUp].flatMap((id) => this.#rowOf(id, (row) => row.madeChildren) ?? []);
    this.#nextUp = nextUp;
    const changed: OutlineRow[] = [];
    const counted: OutlineRow[] = [];
    for (const row of all ? made(this.#rows) : new Set([...made(renewed), ...were])) {
      const old = this.#looks.get(row);
      const look = this.#look(row, episode);
      if (!old) continue;
      if (old.words !== look.words || !sameBelow(old, look)) changed.push(row);
      else if (old.counts !== look.counts) counted.push(row);
    }
    const top = this.visible();
    const kept = same(top, this.#top);
    this.#top = top;
    return { changed: kept ? changed : undefined, counted };
  }

  /** Those that were asked for, and what hides among them, parents before children. */
  made(): Iterable<OutlineRow> {
    return made(this.#rows);
  }

  /** Every row, parents before children, hidden ones too. */
  *all(rows: readonly OutlineRow[] = this.#rows): Generator<OutlineRow> {
    for (const row of rows) {
      yield row;
      yield* this.all(row.children);
    }
  }

  /** Whether a row is still of this note. */
  has(row: OutlineRow): boolean {
    return this.#looks.has(row);
  }

  /** The rows that are not just those of the version before in their new place. */
  #renew(episode: Episode, batches: readonly EditBatch[]): readonly Row[] {
    const [old, { outline }] = [this.#rows, episode];
    const before = this.#episode?.outline ?? [];
    const most = Math.min(before.length, outline.length);
    const by = episode.syntax.text.length - (this.#episode?.syntax.text.length ?? 0);
    const isSame = sameItems(before, outline);
    const isKept = (at: number, to: number, moved: number): boolean =>
      isSame(at, to) && outline[to]?.span.start === (before[at]?.span.start ?? 0) + moved;
    let first = 0;
    while (first < most && isKept(first, first, 0)) first++;
    let last = 0;
    while (last < most - first && isKept(before.length - 1 - last, outline.length - 1 - last, by)) last++;
    const replaced = old.slice(first, old.length - last);
    const fresh = outline.slice(first, outline.length - last);
    const rows = new Map([...made(replaced)].map((row) => [row.item, row]));
    const matches = matchItems(before.slice(first, before.length - last), fresh, batches);
    const rowFor = (item: OutlineItem): Row | undefined => {
      const known = matches.get(item);
      return known && rows.get(known);
    };
    const holdsRows = (item: OutlineItem): boolean => item.children.some((one) => rowFor(one) || holdsRows(one));
    const rowsOf = (items: readonly OutlineItem[], parent: Row | undefined, from: number): Row[] =>
      items.map((item, at) => {
        const row = rowFor(item) ?? this.#newRow(item);
        row.place(item, parent, from + at);
        if (row.madeChildren || holdsRows(item)) row.children = rowsOf(item.children, row, 0);
        return row;
      });
    const renewed = rowsOf(fresh, undefined, 0);
    this.#rows = [...old.slice(0, first), ...renewed, ...old.slice(old.length - last)];
    for (const [at, row] of this.#rows.entries()) row.place(outline[at] as OutlineItem, undefined, at);
    const left = new Set(made(renewed));
    for (const [item, row] of rows) {
      if (left.has(row)) continue;
      row.place(item, undefined, 0);
      this.#looks.delete(row);
    }
    this.#episode = episode;
    return renewed;
  }

  #newRow(item: OutlineItem): Row {
    this.#keys += 1;
    return new Row(this.#keys, item, this.#startsClosed, (row) => this.#makeChildren(row));
  }

  #makeChildren(parent: Row): readonly Row[] {
    const rows = parent.item.children.map((item, at) => {
      const row = this.#newRow(item);
      row.place(item, parent, at);
      return row;
    });
    parent.children = rows;
    const isShown = this.#looks.has(parent);
    if (this.#episode && isShown) for (const row of [parent, ...rows]) this.#look(row, this.#episode);
    return rows;
  }

  /** The row of an item; undefined where the note has moved on. */
  find(item: OutlineItem): OutlineRow | undefined {
    const row = this.#rowOf(item.id, ({ children }) => children);
    return row?.item === item ? row : undefined;
  }

  /** The row of the item with an id, as far as it is among `childrenOf`. */
  #rowOf(
    id: string | undefined,
    childrenOf: (row: Row) => readonly Row[] | undefined,
    rows: readonly Row[] = this.#rows,
  ): Row | undefined {
    const row = rows.find(({ item }) => id === item.id || id?.startsWith(`${item.id}/`));
    return !row || row.item.id === id ? row : this.#rowOf(id, childrenOf, childrenOf(row) ?? []);
  }

  /** How a row looks now, which is kept. */
  #look(row: Row, { syntax }: Episode): Look {
    const { kind, checked, content, id, label } = row.item;
    const { done, total } = countTasks(row.item.children);
    const look = {
      words: [kind, checked, id === this.#nextUp, label, slice(syntax.text, content)].join('\n'),
      counts: `${done}/${total}`,
      opens: this.opens(row),
      below: row.madeChildren && this.visible(row),
    };
    this.#looks.set(row, look);
    return look;
  }
}

function* made(rows: readonly Row[]): Generator<Row> {
  for (const row of rows) {
    yield row;
    yield* made(row.madeChildren ?? []);
  }
}

const sameBelow = (a: Look, b: Look): boolean => (a.below && b.below ? same(a.below, b.below) : a.opens === b.opens);

const same = (a: readonly OutlineRow[], b: readonly OutlineRow[]): boolean =>
  a.length === b.length && a.every((row, at) => row === b[at]);
