import { moveSpan, type Span, span } from '../text/span.js';
import { Ordinals } from './ordinals.js';
import type { OutlineItem, Progress } from './outline.js';
import { Placed, type PlacedRun, plainItem } from './placed.js';
import { placeRuns } from './placeRuns.js';
import { sumOf } from './progress.js';
import type { OutlineRun } from './readRuns.js';

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
    const behind = runs[next];
    sections.push(section(ids.next(placed.run.name), runs.slice(at, next), behind ? startOf(behind) : end));
    at = next;
  }
  return sections;
}

const depthOf = (placed: PlacedRun | undefined): number => placed?.run.heading?.depth ?? 0;
const startOf = ({ run, start }: PlacedRun): number => start + (run.heading?.start ?? 0);

/** The section that begins with a run, as it was made last. */
const lastMade = new WeakMap<OutlineRun, Section>();

/** The same object as before where it stands where it stood. */
function section(id: string, runs: readonly PlacedRun[], end: number): Section {
  const [{ run }] = runs as [PlacedRun];
  const before = lastMade.get(run);
  if (before?.stands(id, runs, end)) return before;
  const now = new Section(id, runs, end);
  lastMade.set(run, now);
  return now;
}

/** A heading with all that stands under it. A long note has many, made anew at every keystroke: all they say is worked out when it is asked. */
class Section implements OutlineItem {
  readonly id: string;
  readonly #runs: readonly PlacedRun[];
  readonly #end: number;
  #children: readonly OutlineItem[] | undefined;
  #tasks: Progress | undefined;

  constructor(id: string, runs: readonly PlacedRun[], end: number) {
    this.id = id;
    this.#runs = runs;
    this.#end = end;
  }

  stands(id: string, runs: readonly PlacedRun[], end: number): boolean {
    const [{ start, line }] = runs as [PlacedRun];
    const own = this.#first;
    return (
      this.id === id && this.#end === end && own.start === start && own.line === line && sameMade(this.#runs, runs)
    );
  }

  get made(): readonly PlacedRun[] {
    return this.#runs;
  }

  get #first(): PlacedRun {
    return this.#runs[0] as PlacedRun;
  }

  get kind(): 'section' {
    return 'section';
  }

  get label(): string {
    return this.#first.run.label;
  }

  get checked(): null {
    return null;
  }

  get box(): null {
    return null;
  }

  get line(): number {
    return this.#first.run.line + this.#first.line;
  }

  get stamp(): null {
    return null;
  }

  get content(): Span {
    const { run, start } = this.#first;
    const [inlines = [], behind = 0] = [run.heading?.inlines, run.heading?.end];
    return moveSpan(span(inlines[0]?.start ?? behind, inlines.at(-1)?.end ?? behind), start);
  }

  get span(): Span {
    return span(startOf(this.#first), this.#end);
  }

  get children(): readonly OutlineItem[] {
    this.#children ??= itemsOf(this.#runs, behindOwn(this.#runs, 1), this.#end, this.id);
    return this.#children;
  }

  get tasks(): Progress {
    this.#tasks ??= sumOf(this.#runs.map(({ run }) => run.tasks));
    return this.#tasks;
  }

  toJSON(): OutlineItem {
    return plainItem(this);
  }
}
