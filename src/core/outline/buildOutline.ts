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

/** Whether two items at the top of two outlines are surely the same with all they hold, but for their place. */
export function isSameItem(
  before: readonly OutlineItem[],
  at: number,
  after: readonly OutlineItem[],
  to: number,
): boolean {
  const [old, now] = [sourcesOf.get(before)?.[at], sourcesOf.get(after)?.[to]];
  const same = old?.length === now?.length && before[at]?.id === after[to]?.id;
  return same && old?.every((one, i) => one === now?.[i]) === true;
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
  let children: readonly OutlineItem[] | undefined;
  return {
    id,
    kind: 'section',
    label,
    checked: null,
    box: null,
    line: placed.line + line,
    stamp: null,
    content: move(span(first?.start ?? behind, last?.end ?? behind), placed.start),
    span: span(startOf(placed), end),
    get children() {
      children ??= [...placeItems(placed, id), ...sectionsOf(runs, at + 1, to, end, new Ordinals(id, names))];
      return children;
    },
  };
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
