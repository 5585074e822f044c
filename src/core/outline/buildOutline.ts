import { type Span, span } from '../text/span.js';
import { idBelow, Ordinals } from './ordinals.js';
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
  const [first] = runs;
  const loose = first && !first.run.heading ? first : undefined;
  const sources: Source[] = loose ? loose.run.items.map((item) => [item]) : [];
  const ids = new Ordinals('', loose?.run.names);
  const sections = sectionsOf(runs, loose ? 1 : 0, runs.length, end, ids, sources);
  const outline = [...(loose ? placeItems(loose, '') : []), ...sections];
  sourcesOf.set(outline, sources);
  return outline;
}

/** What an item at the top was made of: all it says, but for its place. */
type Source = readonly object[];

/** Of the items at the top of an outline. */
const sourcesOf = new WeakMap<readonly OutlineItem[], readonly Source[]>();

/** Tells whether items at the top of two outlines are surely the same with all they hold, but for their place. */
export function sameItems(
  before: readonly OutlineItem[],
  after: readonly OutlineItem[],
): (at: number, to: number) => boolean {
  const [old = [], now = []] = [sourcesOf.get(before), sourcesOf.get(after)];
  return (at, to) => {
    const [was, is] = [old[at], now[to]];
    if (!was || !is || was.length !== is.length || before[at]?.id !== after[to]?.id) return false;
    return before[at] === after[to] || was.every((one, i) => one === is[i]);
  };
}

/** The sections of `runs[from…to]`, which all have a heading, and end at `end`. */
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
    let next = at + 1;
    while (next < to && depthOf(runs[next]) > depth) next++;
    sections.push(section(runs, at, next, next < to ? startOf(runs[next]) : end, ids));
    sources?.push(runs.slice(at, next).map(({ run }) => run));
    at = next;
  }
  return sections;
}

const depthOf = (placed: PlacedRun | undefined): number => placed?.run.heading?.depth ?? 0;
const startOf = (placed: PlacedRun | undefined): number =>
  placed ? placed.start + (placed.run.heading?.start ?? 0) : 0;

function section(runs: readonly PlacedRun[], at: number, to: number, end: number, ids: Ordinals): OutlineItem {
  const placed = runs[at] as PlacedRun;
  const { heading, label, name, line, names } = placed.run;
  const id = ids.next(name);
  const [first, last] = [heading?.inlines[0], heading?.inlines.at(-1)];
  const behind = heading?.end ?? 0;
  const content = move(span(first?.start ?? behind, last?.end ?? behind), placed.start);
  const below = (): readonly OutlineItem[] => [
    ...placeItems(placed, id),
    ...sectionsOf(runs, at + 1, to, end, new Ordinals(id, names)),
  ];
  return new Section(id, label, placed.line + line, content, span(startOf(placed), end), below);
}

/** A section makes what is below it when it is asked. A class, as a getter of its own takes an object ten times as long to make. */
class Section implements OutlineItem {
  readonly kind = 'section';
  readonly checked = null;
  readonly box = null;
  readonly stamp = null;
  readonly #below: () => readonly OutlineItem[];
  #children: readonly OutlineItem[] | undefined;

  constructor(
    readonly id: string,
    readonly label: string,
    readonly line: number,
    readonly content: Span,
    readonly span: Span,
    below: () => readonly OutlineItem[],
  ) {
    this.#below = below;
  }

  get children(): readonly OutlineItem[] {
    this.#children ??= this.#below();
    return this.#children;
  }

  toJSON(): OutlineItem {
    return { ...this, children: this.children };
  }
}

function placeItems({ run, start, line }: PlacedRun, parent: string): readonly OutlineItem[] {
  const place = (item: OutlineItem): OutlineItem => ({
    ...item,
    id: idBelow(parent, item.id),
    box: item.box && { ...item.box, ...move(item.box, start) },
    line: item.line + line,
    stamp: item.stamp && { ...item.stamp, span: move(item.stamp.span, start) },
    content: move(item.content, start),
    span: move(item.span, start),
    children: item.children.map(place),
  });
  return start === 0 && line === 0 && parent === '' ? run.items : run.items.map(place);
}

const move = ({ start, end }: Span, by: number): Span => span(start + by, end + by);
