import { type Span, span } from '../text/span.js';
import { behind, idBelow, Ordinals } from './ordinals.js';
import type { OutlineItem } from './outline.js';
import type { OutlineRun } from './readRuns.js';

/** A run of a part, and where that part begins in the note: characters and lines in front of it. */
export interface PlacedRun {
  readonly run: OutlineRun;
  readonly start: number;
  readonly line: number;
}

/** The outline of a note from its runs: headings by their levels, lists by their nesting. What is below is made when asked for. */
export function buildOutline(runs: readonly PlacedRun[], end: number): readonly OutlineItem[] {
  const loose = runs.slice(0, behindOwn(runs, 0));
  const sources: Source[] = loose.flatMap(({ run }) => run.items);
  const { items, names } = placeRuns(loose, '');
  const sections = sectionsOf(runs, loose.length, runs.length, end, new Ordinals('', names), sources);
  const outline = [...items, ...sections];
  sourcesOf.set(outline, sources);
  return outline;
}

/** What an item at the top was made of, all it says but for its place: an item, a run, or several. */
type Source = OutlineItem | OutlineRun | readonly OutlineRun[];

/** Of the items at the top of an outline. */
const sourcesOf = new WeakMap<readonly OutlineItem[], readonly Source[]>();

/** Tells whether items at the top of two outlines are surely the same with all they hold, but for their place. */
export function sameItems(
  before: readonly OutlineItem[],
  after: readonly OutlineItem[],
): (at: number, to: number) => boolean {
  const [old = [], now = []] = [sourcesOf.get(before), sourcesOf.get(after)];
  return (at, to) => {
    if (before[at] !== undefined && before[at] === after[to]) return true;
    const [was, is] = [old[at], now[to]];
    if (!was || !is || before[at]?.id !== after[to]?.id) return false;
    if (was === is) return true;
    return isSeveral(was) && isSeveral(is) && was.length === is.length && was.every((one, i) => one === is[i]);
  };
}

const isSeveral = (source: Source): source is readonly OutlineRun[] => Array.isArray(source);

/** Where runs without a heading end, which belong to what is above `at`. */
function behindOwn(runs: readonly PlacedRun[], at: number): number {
  let next = at;
  while (next < runs.length && !runs[next]?.run.heading) next++;
  return next;
}

/** The sections of `runs[from…to]`, of which the first has a heading, and which end at `end`. */
function sectionsOf(
  runs: readonly PlacedRun[],
  from: number,
  to: number,
  end: number,
  ids: Ordinals,
  sources?: Source[],
): OutlineItem[] {
  const sections: OutlineItem[] = [];
  for (let at = from; at < to; ) {
    const depth = depthOf(runs[at]);
    let next = behindOwn(runs, at + 1);
    while (next < to && depthOf(runs[next]) > depth) next = behindOwn(runs, next + 1);
    sections.push(section(runs, at, next, next < to ? startOf(runs[next]) : end, ids));
    sources?.push(next === at + 1 ? (runs[at] as PlacedRun).run : runs.slice(at, next).map(({ run }) => run));
    at = next;
  }
  return sections;
}

const depthOf = (placed: PlacedRun | undefined): number => placed?.run.heading?.depth ?? 0;
const lineOf = ({ run, line }: PlacedRun): number => run.line + line;
const startOf = (placed: PlacedRun | undefined): number =>
  placed ? placed.start + (placed.run.heading?.start ?? 0) : 0;

function section(runs: readonly PlacedRun[], at: number, to: number, end: number, ids: Ordinals): OutlineItem {
  const placed = runs[at] as PlacedRun;
  const id = ids.next(placed.run.name);
  if (to === at + 1) return lowestSection(placed, id, end);
  const below = behindOwn(runs, at + 1);
  return new Section(id, placed, end, () => {
    const { items, names } = placeRuns(runs.slice(at, below), id);
    return [...items, ...sectionsOf(runs, below, to, end, new Ordinals(id, names))];
  });
}

/** The section a run without others below it was made into last. */
const lowest = new WeakMap<OutlineRun, Section>();

/** The same object as before where it stands where it stood. */
function lowestSection(placed: PlacedRun, id: string, end: number): Section {
  const before = lowest.get(placed.run);
  if (before?.stands(id, placed, end)) return before;
  const section = new Section(id, placed, end, () => placeItems(placed, id));
  lowest.set(placed.run, section);
  return section;
}

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
  readonly #below: () => readonly OutlineItem[];
  #children: readonly OutlineItem[] | undefined;

  constructor(
    readonly id: string,
    placed: PlacedRun,
    end: number,
    below: () => readonly OutlineItem[],
  ) {
    const { heading, label } = placed.run;
    const behind = heading?.end ?? 0;
    this.label = label;
    this.line = lineOf(placed);
    this.content = move(
      span(heading?.inlines[0]?.start ?? behind, heading?.inlines.at(-1)?.end ?? behind),
      placed.start,
    );
    this.span = span(startOf(placed), end);
    this.#below = below;
  }

  stands(id: string, placed: PlacedRun, end: number): boolean {
    const { span, line } = this;
    return this.id === id && line === lineOf(placed) && span.start === startOf(placed) && span.end === end;
  }

  get children(): readonly OutlineItem[] {
    this.#children ??= this.#below();
    return this.#children;
  }

  toJSON(): OutlineItem {
    return { ...this, children: this.children };
  }
}

type Names = OutlineRun['names'];

/** The items of runs that are one list or several under one heading, and how often each name stands among them. */
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

/** `before`: how often names stand among the items above. */
function placeItems({ run, start, line }: PlacedRun, parent: string, before?: Names): readonly OutlineItem[] {
  const place = (item: OutlineItem, id: string): OutlineItem => ({
    ...item,
    id,
    box: item.box && { ...item.box, ...move(item.box, start) },
    line: item.line + line,
    stamp: item.stamp && { ...item.stamp, span: move(item.stamp.span, start) },
    content: move(item.content, start),
    span: move(item.span, start),
    children: item.children.map((child) => place(child, id + child.id.slice(item.id.length))),
  });
  if (start === 0 && line === 0 && parent === '') return run.items;
  return run.items.map((item) => place(item, idBelow(parent, before ? behind(item.id, before) : item.id)));
}

const move = ({ start, end }: Span, by: number): Span => span(start + by, end + by);
