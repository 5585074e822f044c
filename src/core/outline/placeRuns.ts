import { moveSpan, type Span } from '../text/span.js';
import { behind, idBelow } from './ordinals.js';
import type { OutlineItem, Progress } from './outline.js';
import type { OutlineRun } from './readRuns.js';

/** A run of a part, and where that part begins in the note: characters and lines in front of it. */
export interface PlacedRun {
  readonly run: OutlineRun;
  readonly start: number;
  readonly line: number;
}

/** An item of a run where it stands in the note. There are many, of which few are asked where that is. */
export class Placed implements OutlineItem {
  readonly id: string;
  readonly #item: OutlineItem;
  readonly #placed: PlacedRun;
  #children: readonly OutlineItem[] | undefined;

  constructor(id: string, item: OutlineItem, placed: PlacedRun) {
    this.id = id;
    this.#item = item;
    this.#placed = placed;
  }

  get made(): OutlineItem {
    return this.#item;
  }

  get kind(): OutlineItem['kind'] {
    return this.#item.kind;
  }

  get label(): string {
    return this.#item.label;
  }

  get checked(): boolean | null {
    return this.#item.checked;
  }

  get box(): OutlineItem['box'] {
    const { box } = this.#item;
    return box && { ...this.#move(box), checked: box.checked };
  }

  get line(): number {
    return this.#item.line + this.#placed.line;
  }

  get stamp(): OutlineItem['stamp'] {
    const { stamp } = this.#item;
    return stamp && { ...stamp, span: this.#move(stamp.span) };
  }

  get content(): Span {
    return this.#move(this.#item.content);
  }

  get span(): Span {
    return this.#move(this.#item.span);
  }

  get tasks(): Progress {
    return this.#item.tasks;
  }

  get children(): readonly OutlineItem[] {
    const { id, children } = this.#item;
    this.#children ??= children.map((child) => new Placed(this.id + child.id.slice(id.length), child, this.#placed));
    return this.#children;
  }

  #move(at: Span): Span {
    return moveSpan(at, this.#placed.start);
  }

  toJSON(): OutlineItem {
    return plainItem(this);
  }
}

/** All that an item says, worked out. */
export function plainItem(item: OutlineItem): OutlineItem {
  const { id, kind, label, checked, box, line, stamp, content, span, children, tasks } = item;
  return { id, kind, label, checked, box, line, stamp, content, span, children, tasks };
}

type Names = OutlineRun['names'];

/** The items of runs that stand under one heading, and how often each name stands among them. */
export function placeRuns(runs: readonly PlacedRun[], parent: string): { items: readonly OutlineItem[]; names: Names } {
  const [first] = runs;
  if (first && runs.length === 1) return { items: placeItems(first, parent), names: first.run.names };
  const names = new Map<string, number>();
  const items = runs.flatMap((placed) => {
    const here = placeItems(placed, parent, names);
    for (const [name, count] of placed.run.names) names.set(name, count + (names.get(name) ?? 0));
    return here;
  });
  return { items, names };
}

interface PlacedItems {
  readonly placed: PlacedRun;
  readonly parent: string;
  /** How often the names of the run stand above it, in their order. */
  readonly above: readonly number[];
  readonly items: readonly OutlineItem[];
}

/** The items of a run, as they were made last. */
const lastPlaced = new WeakMap<OutlineRun, PlacedItems>();

const NO_NAMES: Names = new Map();

/** The same objects as before where they stand where they stood. */
function placeItems(placed: PlacedRun, parent: string, before = NO_NAMES): readonly OutlineItem[] {
  const { run, start, line } = placed;
  if (start === 0 && line === 0 && parent === '') return run.items;
  const above = Array.from(run.names.keys(), (name) => before.get(name) ?? 0);
  const last = lastPlaced.get(run);
  const stands = last?.placed.start === start && last.placed.line === line && last.parent === parent;
  if (stands && above.every((count, at) => count === last.above[at])) return last.items;
  const items = run.items.map((item) => new Placed(idBelow(parent, behind(item.id, before)), item, placed));
  lastPlaced.set(run, { placed, parent, above, items });
  return items;
}
