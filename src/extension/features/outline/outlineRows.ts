import type { Episode } from '../../../core/episode/episode.js';
import { isSameItem } from '../../../core/outline/buildOutline.js';
import { matchesFilter, type OutlineFilter } from '../../../core/outline/filterOutline.js';
import { type EditBatch, isSurely, matchItems } from '../../../core/outline/matchItems.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { slice } from '../../../core/text/span.js';
import { made, type OutlineRow, Row } from './outlineRow.js';

/** Characters of a note, about two thousand rows, beyond which its outline opens with its sections closed: VS Code asks for all open ones at once. */
const LONG = 80_000;

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
    for (const row of all ? made(this.#rows) : new Set([...renewed, ...were])) {
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

  /** Gives the rows that are not just those of the version before in their new place. */
  #renew(episode: Episode, batches: readonly EditBatch[]): readonly Row[] {
    const by = episode.syntax.text.length - (this.#episode?.syntax.text.length ?? 0);
    const renewal: Renewal = { by, batches, alone: [], deep: [] };
    this.#rows = this.#level(this.#rows, this.#episode?.outline ?? [], episode.outline, undefined, renewal);
    this.#episode = episode;
    return [...renewal.alone, ...made(renewal.deep)];
  }

  /** The rows of `after` below `parent`, from those of `before`. */
  #level(
    old: readonly Row[],
    before: readonly OutlineItem[],
    after: readonly OutlineItem[],
    parent: Row | undefined,
    renewal: Renewal,
  ): Row[] {
    const { by, batches, alone, deep } = renewal;
    const most = Math.min(before.length, after.length);
    const isKept = (was: OutlineItem | undefined, is: OutlineItem | undefined, moved: number): boolean =>
      was !== undefined && is !== undefined && isSameItem(was, is) && is.span.start === was.span.start + moved;
    let first = 0;
    while (first < most && isKept(before[first], after[first], 0)) first++;
    let last = 0;
    while (last < most - first && isKept(before.at(-1 - last), after.at(-1 - last), by)) last++;
    const replaced = old.slice(first, old.length - last);
    const fresh = after.slice(first, after.length - last);
    const [row, was, is] = [replaced[0], before[first], fresh[0]];
    let rows: readonly Row[] = replaced;
    const isOne = replaced.length === 1 && fresh.length === 1;
    if (row && was && is && isOne && (isSameSection(was, is) || isSurely(was, is, batches))) {
      alone.push(row);
      if (row.madeChildren) row.children = this.#level(row.madeChildren, was.children, is.children, row, renewal);
    } else {
      rows = this.#match(replaced, before.slice(first, before.length - last), fresh, batches);
      deep.push(...rows);
    }
    const all = [...old.slice(0, first), ...rows, ...old.slice(old.length - last)];
    all.forEach((one, at) => {
      one.place(after[at] as OutlineItem, parent, at);
    });
    return all;
  }

  /** The rows of items from those of the items before, wherever these have gone. */
  #match(
    replaced: readonly Row[],
    before: readonly OutlineItem[],
    fresh: readonly OutlineItem[],
    batches: readonly EditBatch[],
  ): readonly Row[] {
    const rows = new Map([...made(replaced)].map((row) => [row.item, row]));
    const matches = matchItems(before, fresh, batches);
    const rowFor = (item: OutlineItem): Row | undefined => {
      const known = matches.get(item);
      return known && rows.get(known);
    };
    const holdsRows = (item: OutlineItem): boolean => item.children.some((one) => rowFor(one) || holdsRows(one));
    const rowsOf = (items: readonly OutlineItem[], parent: Row | undefined): Row[] =>
      items.map((item, at) => {
        const row = rowFor(item) ?? this.#newRow(item);
        row.place(item, parent, at);
        if (row.madeChildren || (rows.size > 0 && holdsRows(item))) row.children = rowsOf(item.children, row);
        return row;
      });
    const renewed = rowsOf(fresh, undefined);
    const left = new Set(made(renewed));
    for (const [item, row] of rows) {
      if (left.has(row)) continue;
      row.place(item, undefined, 0);
      this.#looks.delete(row);
    }
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
    const { kind, checked, content, id, label, tasks } = row.item;
    const look = {
      words: [kind, checked, id === this.#nextUp, label, slice(syntax.text, content)].join('\n'),
      counts: `${tasks.done}/${tasks.total}`,
      opens: this.opens(row),
      below: row.madeChildren && this.visible(row),
    };
    this.#looks.set(row, look);
    return look;
  }
}

/** One version taken over from the one before. */
interface Renewal {
  /** How far what stands behind the edits has moved. */
  readonly by: number;
  readonly batches: readonly EditBatch[];
  /** Rows to look at again, and rows to look at again with all below them. */
  readonly alone: Row[];
  readonly deep: Row[];
}

const isSameSection = (was: OutlineItem, is: OutlineItem): boolean => is.kind === 'section' && was.id === is.id;

const sameBelow = (a: Look, b: Look): boolean => (a.below && b.below ? same(a.below, b.below) : a.opens === b.opens);

const same = (a: readonly OutlineRow[], b: readonly OutlineRow[]): boolean =>
  a.length === b.length && a.every((row, at) => row === b[at]);
