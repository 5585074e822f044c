import type { Episode } from '../../../core/episode/episode.js';
import { matchesFilter, type OutlineFilter } from '../../../core/outline/filterOutline.js';
import { type EditBatch, matchItems } from '../../../core/outline/matchItems.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { countTasks } from '../../../core/outline/progress.js';
import { slice } from '../../../core/text/span.js';

/** One row of the tree. A row stays the same while its item is the same; `item` is that of the newest version. */
export interface OutlineRow {
  readonly key: number;
  item: OutlineItem;
  parent: OutlineRow | undefined;
  children: readonly OutlineRow[];
  /** 1 at the top. */
  level: number;
  collapsed: boolean;
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
  readonly below: readonly OutlineRow[];
}

/** The rows of one note, from version to version. */
export class OutlineRows {
  #rows: readonly OutlineRow[] = [];
  #episode: Episode | undefined;
  #filter: OutlineFilter = 'all';
  #looks = new Map<OutlineRow, Look>();
  #top: readonly OutlineRow[] = [];
  #keys = 0;

  get episode(): Episode | undefined {
    return this.#episode;
  }

  /** The rows shown below one, or at the top. */
  visible(row?: OutlineRow): OutlineRow[] {
    return (row?.children ?? this.#rows).filter(({ item }) => matchesFilter(item, this.#filter));
  }

  /** Takes over a new version of the note; `batches` are the edits since the last one, in order. */
  update(
    episode: Episode,
    batches: readonly EditBatch[],
    filter: OutlineFilter,
    nextUp: string | undefined,
  ): OutlineChange {
    this.#filter = filter;
    if (episode !== this.#episode) this.#renew(episode, batches);
    this.#episode = episode;
    const before = this.#looks;
    const looks = new Map<OutlineRow, Look>();
    const changed: OutlineRow[] = [];
    const counted: OutlineRow[] = [];
    for (const row of this.all()) {
      const look = this.#look(row, episode, nextUp);
      looks.set(row, look);
      const old = before.get(row);
      if (!old) continue;
      if (old.words !== look.words || !same(old.below, look.below)) changed.push(row);
      else if (old.counts !== look.counts) counted.push(row);
    }
    const top = this.visible();
    const kept = same(top, this.#top);
    this.#looks = looks;
    this.#top = top;
    return { changed: kept ? changed : undefined, counted };
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

  #renew(episode: Episode, batches: readonly EditBatch[]): void {
    const rows = new Map([...this.all()].map((row) => [row.item, row]));
    const matches = matchItems(this.#episode?.outline ?? [], episode.outline, batches);
    const rowsOf = (items: readonly OutlineItem[], parent: OutlineRow | undefined): OutlineRow[] =>
      items.map((item) => {
        const old = matches.get(item);
        const row = (old && rows.get(old)) ?? this.#newRow(item);
        row.item = item;
        row.parent = parent;
        row.level = (parent?.level ?? 0) + 1;
        row.children = rowsOf(item.children, row);
        return row;
      });
    this.#rows = rowsOf(episode.outline, undefined);
  }

  #newRow(item: OutlineItem): OutlineRow {
    this.#keys += 1;
    return { key: this.#keys, item, parent: undefined, children: [], level: 1, collapsed: false };
  }

  #look(row: OutlineRow, { syntax }: Episode, nextUp: string | undefined): Look {
    const { kind, checked, content, id, label } = row.item;
    const { done, total } = countTasks(row.item.children);
    return {
      words: [kind, checked, id === nextUp, label, slice(syntax.text, content)].join('\n'),
      counts: `${done}/${total}`,
      below: this.visible(row),
    };
  }
}

const same = (a: readonly OutlineRow[], b: readonly OutlineRow[]): boolean =>
  a.length === b.length && a.every((row, at) => row === b[at]);
