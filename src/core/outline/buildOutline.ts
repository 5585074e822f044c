import { type Span, span } from '../text/span.js';
import { behind, idBelow, Ordinals } from './ordinals.js';
import type { OutlineItem, Progress } from './outline.js';
import { sumOf } from './progress.js';
import type { OutlineRun } from './readRuns.js';

/** A run of a part, and where that part begins in the note: characters and lines in front of it. */
export interface PlacedRun {
  readonly run: OutlineRun;
  readonly start: number;
  readonly line: number;
}

/** The outline of a note from its runs: headings by their levels, lists by their nesting. What is below is made when asked for. */
export const buildOutline = (runs: readonly PlacedRun[], end: number): readonly OutlineItem[] =>
  itemsOf(runs, behindOwn(runs, 0), end, '');

/** Tells whether an item is surely the same as one of the version before with all it holds, but for its place. */
export const isSameItem = (before: OutlineItem, after: OutlineItem): boolean =>
  before === after || (before.id === after.id && sameMade(madeOf(before), madeOf(after)));

/** What an item was made of, all it says but for its place: an item of a run, or runs. */
const madeOf = (item: OutlineItem): OutlineItem | readonly PlacedRun[] =>
  item instanceof Section || item instanceof Placed ? item.made : item;

function sameMade(before: OutlineItem | readonly PlacedRun[], after: OutlineItem | readonly PlacedRun[]): boolean {
  if (!isRuns(before) || !isRuns(after)) return before === after;
  return before.length === after.length && before.every(({ run }, at) => run === after[at]?.run);
}

const isRuns = (made: OutlineItem | readonly PlacedRun[]): made is readonly PlacedRun[] => Array.isArray(made);

/** Items of the first `own` runs, and sections of the others, which end at `end`. */
function itemsOf(runs: readonly PlacedRun[], own: number, end: number, parent: string): readonly OutlineItem[] {
  const { items, names } = placeRuns(runs.slice(0, own), parent);
  return own === runs.length ? items : [...items, ...sectionsOf(runs.slice(own), end, new Ordinals(parent, names))];
}

/** Where runs without a heading end, which belong to what is above `at`. */
function behindOwn(runs: readonly PlacedRun[], at: number): number {
  let next = at;
  while (next < runs.length && !runs[next]?.run.heading) next++;
  return next;
}

/** The sections of runs of which the first has a heading. */
function sectionsOf(runs: readonly PlacedRun[], end: number, ids: Ordinals): OutlineItem[] {
  const sections: OutlineItem[] = [];
  for (let at = 0; at < runs.length; ) {
    const placed = runs[at] as PlacedRun;
    const depth = depthOf(placed);
    let next = behindOwn(runs, at + 1);
    while (next < runs.length && depthOf(runs[next]) > depth) next = behindOwn(runs, next + 1);
    sections.push(section(ids.next(placed.run.name), runs.slice(at, next), startOf(runs[next]) ?? end));
    at = next;
  }
  return sections;
}

const depthOf = (placed: PlacedRun | undefined): number => placed?.run.heading?.depth ?? 0;
const startOf = (placed: PlacedRun | undefined): number | undefined =>
  placed && placed.start + (placed.run.heading?.start ?? 0);

/** The section that begins with a run, as it was made last. */
const lastMade = new WeakMap<OutlineRun, Section>();

/** The same object as before where it stands where it stood. */
function section(id: string, runs: readonly PlacedRun[], end: number): Section {
  const [{ run }] = runs as [PlacedRun];
  const before = lastMade.get(run);
  const now = new Section(id, runs, end);
  if (before && before.line === now.line && sameSpan(before.span, now.span) && isSameItem(before, now)) return before;
  lastMade.set(run, now);
  return now;
}

const sameSpan = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end;

/** A section makes what is below it when it is asked. A class, as a getter of its own takes an object ten times as long to make. */
class Section implements OutlineItem {
  readonly kind = 'section';
  readonly checked = null;
  readonly box = null;
  readonly stamp = null;
  readonly label: string;
  readonly line: number;
  readonly content: Span;
  readonly span: Span;
  readonly #runs: readonly PlacedRun[];
  #children: readonly OutlineItem[] | undefined;
  #tasks: Progress | undefined;

  constructor(
    readonly id: string,
    runs: readonly PlacedRun[],
    end: number,
  ) {
    const [{ run, start, line }] = runs as [PlacedRun];
    const { heading, label } = run;
    const behind = heading?.end ?? 0;
    this.label = label;
    this.line = run.line + line;
    this.content = move(span(heading?.inlines[0]?.start ?? behind, heading?.inlines.at(-1)?.end ?? behind), start);
    this.span = span(start + (heading?.start ?? 0), end);
    this.#runs = runs;
  }

  get made(): readonly PlacedRun[] {
    return this.#runs;
  }

  get children(): readonly OutlineItem[] {
    this.#children ??= itemsOf(this.#runs, behindOwn(this.#runs, 1), this.span.end, this.id);
    return this.#children;
  }

  get tasks(): Progress {
    this.#tasks ??= sumOf(this.#runs.map(({ run }) => run.tasks));
    return this.#tasks;
  }

  toJSON(): OutlineItem {
    return { ...this, children: this.children, tasks: this.tasks };
  }
}

/** An item of a run where it stands in the note. There are many, of which few are asked where that is. */
class Placed implements OutlineItem {
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
    return move(at, this.#placed.start);
  }

  toJSON(): OutlineItem {
    const { id, kind, label, checked, box, line, stamp, content, span, children, tasks } = this;
    return { id, kind, label, checked, box, line, stamp, content, span, children, tasks };
  }
}

const move = ({ start, end }: Span, by: number): Span => span(start + by, end + by);

type Names = OutlineRun['names'];

/** The items of runs that stand under one heading, and how often each name stands among them. */
function placeRuns(runs: readonly PlacedRun[], parent: string): { items: readonly OutlineItem[]; names: Names } {
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
