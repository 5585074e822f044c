import { type Span, span } from '../text/span.js';
import { behind, countNames, idBelow } from './ordinals.js';
import type { OutlineItem, Progress } from './outline.js';
import { Placed, type PlacedRun } from './placed.js';
import { sumOf } from './progress.js';
import type { OutlineRun } from './readRuns.js';

const NONE: readonly PlacedRun[] = [];

type Names = OutlineRun['names'];

interface PlacedSiblings {
  readonly items: readonly OutlineItem[];
  /** How often each name stands among them. */
  readonly names: Names;
}

/** The items of runs that stand under one heading. */
export function placeRuns(runs: readonly PlacedRun[], parent: string): PlacedSiblings {
  const [first, ...more] = runs;
  if (!first) return { items: [], names: NO_NAMES };
  const { items, names, depth } = first.run;
  const own = { items: placeItems(first, parent), names };
  return more.length === 0 ? own : placeStretches(stretchesOf(items, first, more, depth), parent, own);
}

/** Items of one run that stand one behind the other, and the runs behind it that go on in the last of them. */
interface Stretch {
  readonly items: readonly OutlineItem[];
  readonly placed: PlacedRun;
  readonly inner: readonly PlacedRun[];
  /** In how many items they stand. */
  readonly depth: number;
}

/** Some items of a run, and the items as deep of the runs behind it. */
function stretchesOf(
  items: readonly OutlineItem[],
  placed: PlacedRun,
  behind: readonly PlacedRun[],
  depth: number,
): Stretch[] {
  const stretches: Stretch[] = [];
  let [own, from]: [readonly OutlineItem[], PlacedRun] = [items, placed];
  for (let at = 0; ; ) {
    let next = at;
    while (next < behind.length && (behind[next] as PlacedRun).run.depth > depth) next++;
    const inner = at === next ? NONE : behind.slice(at, next);
    stretches.push({ items: own, placed: from, inner, depth });
    const after = behind[next];
    if (!after) return stretches;
    [own, from] = [after.run.items, after];
    at = next + 1;
  }
}

/** `own`: the items of the first one. */
function placeStretches(stretches: readonly Stretch[], parent: string, own: PlacedSiblings): PlacedSiblings {
  const items: OutlineItem[] = [];
  const names = new Map(own.names);
  for (const [at, stretch] of stretches.entries()) {
    const { placed } = stretch;
    for (const item of at === 0 ? own.items : placeItems(placed, parent, names)) items.push(item);
    if (at > 0) for (const [name, count] of placed.run.names) names.set(name, count + (names.get(name) ?? 0));
    const last = items.at(-1);
    if (last && stretch.inner.length > 0) items[items.length - 1] = longItem(last.id, stretch) ?? last;
  }
  return { items, names };
}

/** An item that goes on in runs behind its own: the last one of a stretch. */
class LongItem extends Placed {
  readonly #item: OutlineItem;
  readonly #stretch: Stretch;
  #below: readonly OutlineItem[] | undefined;
  #all: Progress | undefined;

  constructor(id: string, item: OutlineItem, stretch: Stretch) {
    super(id, item, stretch.placed);
    this.#item = item;
    this.#stretch = stretch;
  }

  stands(id: string, { placed: { start, line }, inner }: Stretch): boolean {
    const { placed } = this.#stretch;
    return this.id === id && placed.start === start && placed.line === line && this.holds(inner);
  }

  /** Whether it goes on in these runs. */
  holds(runs: readonly PlacedRun[]): boolean {
    const { inner } = this.#stretch;
    return inner.length === runs.length && inner.every(({ run }, at) => run === runs[at]?.run);
  }

  override get made(): readonly PlacedRun[] {
    return [this.#stretch.placed, ...this.#stretch.inner];
  }

  override get span(): Span {
    const { run, start } = this.#stretch.inner.at(-1) as PlacedRun;
    const last = run.items.at(-1) as OutlineItem;
    return span(super.span.start, last.span.end + start);
  }

  override get children(): readonly OutlineItem[] {
    this.#below ??= this.#place();
    return this.#below;
  }

  #place(): readonly OutlineItem[] {
    const { id, children } = this.#item;
    const names = countNames(
      children.map((child) => child.id),
      id,
    );
    const own = { items: super.children, names };
    return placeStretches(stretchesIn(this.#item, this.#stretch), this.id, own).items;
  }

  override get tasks(): Progress {
    this.#all ??= sumOf([this.#item.tasks, ...this.#stretch.inner.map(({ run }) => run.tasks)]);
    return this.#all;
  }
}

/** An item as it was made last. */
const lastMade = new WeakMap<OutlineItem, LongItem>();

/** The same object as before where it stands where it stood. */
function longItem(id: string, stretch: Stretch): LongItem | undefined {
  const item = stretch.items.at(-1);
  if (!item) return undefined;
  const before = lastMade.get(item);
  if (before?.stands(id, stretch)) return before;
  const now = new LongItem(id, item, stretch);
  lastMade.set(item, now);
  return now;
}

/** What is in the last item of a stretch. */
const stretchesIn = (item: OutlineItem, { placed, inner, depth }: Stretch): Stretch[] =>
  stretchesOf(item.children, placed, inner, depth + 1);

/** An item at the offsets of the part it begins in, without an id; the same object while all it holds stays the same. */
export interface LoneItem {
  readonly item: OutlineItem;
  /** Where the part begins. */
  readonly start: number;
}

/** The items of runs that go on in runs behind their own. */
export function longItems(runs: readonly PlacedRun[]): LoneItem[] {
  const [first, ...more] = runs.some(({ run }) => run.depth > 0) ? runs : [];
  return first ? stretchesOf(first.run.items, first, more, 0).flatMap(longItemsOf) : [];
}

function longItemsOf(stretch: Stretch): LoneItem[] {
  const raw = stretch.items.at(-1);
  if (!raw || stretch.inner.length === 0) return [];
  const item = alone(raw, stretch);
  return [{ item, start: stretch.placed.start }, ...stretchesIn(raw, stretch).flatMap(longItemsOf)];
}

/** The same runs stand as far from one another: there is nothing between them. */
const lastAlone = new WeakMap<OutlineItem, LongItem>();

function alone(item: OutlineItem, { placed, inner, ...stretch }: Stretch): LongItem {
  const before = lastAlone.get(item);
  if (before?.holds(inner)) return before;
  const move = (one: PlacedRun): PlacedRun => {
    return { ...one, start: one.start - placed.start, line: one.line - placed.line };
  };
  const now = new LongItem('', item, { ...stretch, placed: move(placed), inner: inner.map(move) });
  lastAlone.set(item, now);
  return now;
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
