import { resolveTarget } from '../episode/relativeTargets.js';
import { addIndexLine, indexLine, indexTarget } from '../newEpisode/indexLine.js';
import { formatNumber, notePath } from '../show/show.js';
import { behindLine, lineEndOf, lineStart } from '../text/lines.js';
import { oncePer } from '../text/oncePer.js';
import { partitionPoint } from '../text/partitionPoint.js';
import { applyEdits, type Span, slice, span, type TextEdit } from '../text/span.js';
import type { Archive, ArchivedEpisode } from './archive.js';
import type { EpisodeIndex, IndexEntry } from './episodeIndex.js';
import { parseIndex } from './parseIndex.js';

/** What is wrong with one line of the index, or that one is missing. */
export interface IndexFault {
  readonly kind: 'missing' | 'dead' | 'orphan' | 'order';
  readonly number: number;
  /** The title as the note has it, or the line as written. */
  readonly title: string;
  /** Of `dead` and `orphan`: the target as written. */
  readonly target?: string;
}

/**
 * Episodes without a line, lines whose target is not their note (`dead`), lines of episodes without a note (`orphan`), and
 * lines that stand below an older one.
 */
export function findIndexFaults(archive: Archive): IndexFault[] {
  const { index, episodes, show } = archive;
  if (index === null) return [];
  const listed = new Set(index.entries.flatMap(({ number }) => number ?? []));
  const missing = episodes.flatMap(({ number, title }): IndexFault[] =>
    number === null || listed.has(number) ? [] : [{ kind: 'missing', number, title }],
  );
  const paths = new Set(episodes.map(({ path }) => path));
  const dead = index.entries.flatMap(({ number, title, target }): IndexFault[] => {
    if (number === null || !isDeadTarget(archive, target)) return [];
    return [{ kind: paths.has(notePath(show, number)) ? 'dead' : 'orphan', number, title, target }];
  });
  const order = misplaced(index).map(
    ({ number, title }): IndexFault => ({ kind: 'order', number: number ?? 0, title }),
  );
  return [...missing, ...dead, ...order];
}

/** A note by its path, and by its folder, which stands for it in the index. */
const byPath = oncePer((episodes: readonly ArchivedEpisode[]): ReadonlyMap<string, ArchivedEpisode> => {
  const known = new Map<string, ArchivedEpisode>();
  for (const one of episodes)
    for (const path of [one.path, folderOf(one.path)]) if (!known.has(path)) known.set(path, one);
  return known;
});

/** The episode an index target leads to; null where it leads to none. */
const targetEpisode = ({ show, episodes }: Archive, target: string): ArchivedEpisode | null =>
  byPath(episodes).get(resolveTarget(target, show.index) ?? '') ?? null;

/** Whether a target is meant as a file of the show, and is no note. */
export const isDeadTarget = (archive: Archive, target: string): boolean =>
  resolveTarget(target, archive.show.index) !== null && targetEpisode(archive, target) === null;

/** The number of the note a target leads to. */
export const targetNumber = (archive: Archive, target: string): number | null =>
  targetEpisode(archive, target)?.number ?? null;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Lines with a higher number than some line above them. */
export function misplaced({ entries }: EpisodeIndex): IndexEntry[] {
  let lowest = Number.POSITIVE_INFINITY;
  return entries.filter(({ number }) => {
    if (number === null) return false;
    if (number > lowest) return true;
    lowest = number;
    return false;
  });
}

/** The index's text with these faults mended; titles and all other lines stay as they are. */
export const mendIndex = (archive: Archive, faults: readonly IndexFault[]): string =>
  withLines(archive, withTargets(archive, archive.index?.text ?? '', faults), faults);

/** Dead targets lead to their notes, and lines of episodes without a note are gone. */
function withTargets(archive: Archive, text: string, faults: readonly IndexFault[]): string {
  const dead = new Map<number | null, IndexEntry[]>();
  for (const entry of parseIndex(text).entries)
    if (isDeadTarget(archive, entry.target)) dead.set(entry.number, [...(dead.get(entry.number) ?? []), entry]);
  const edits = faults.flatMap(({ kind, number }): TextEdit[] => {
    const entry = kind === 'dead' || kind === 'orphan' ? dead.get(number)?.shift() : undefined;
    if (!entry) return [];
    if (kind === 'orphan') return [{ span: wholeLine(text, entry), newText: '' }];
    return [{ span: entry.targetSpan, newText: indexTarget(archive.show, notePath(archive.show, number)) }];
  });
  return applyEdits(text, edits);
}

const wholeLine = (text: string, { line }: IndexEntry): Span =>
  span(lineStart(text, line.start), behindLine(text, line.end));

/** Lines that are missing or stand below an older one come above the first one with a lower number, else below the last. */
function withLines(archive: Archive, text: string, faults: readonly IndexFault[]): string {
  const numbersOf = (kind: IndexFault['kind']): Set<number> =>
    new Set(faults.flatMap((fault) => (fault.kind === kind ? fault.number : [])));
  const wanted = numbersOf('order');
  const index = parseIndex(text);
  const moved = new Set(misplaced(index).filter(({ number }) => number !== null && wanted.has(number)));
  const missing = faults.filter(({ kind }) => kind === 'missing');
  const [first, ...others] = missing;
  if (first && !index.entries.some((entry) => entry.numberSpan !== null)) {
    const begun = addIndexLine({ ...archive, index }, first.number, first.title, notePath(archive.show, first.number));
    return withLines(archive, begun ?? text, others);
  }
  const lines: NewLine[] = [
    ...[...moved].map((entry) => ({ number: entry.number ?? 0, text: slice(text, wholeLine(text, entry)) })),
    ...missing.map(({ number, title }) => ({
      number,
      text: indexLine({ ...archive, index }, number, title, notePath(archive.show, number)),
    })),
  ];
  const kept = index.entries.filter((entry) => !moved.has(entry));
  const removed = [...moved].map((entry) => ({ span: wholeLine(text, entry), newText: '' }));
  return applyEdits(text, [...removed, ...insertions(text, kept, lines)]);
}

interface NewLine {
  readonly number: number;
  readonly text: string;
}

/** Puts lines among those that stay; those that come to the same place follow each other, newest first. */
function insertions(text: string, kept: readonly IndexEntry[], lines: readonly NewLine[]): TextEdit[] {
  const last = kept.at(-1);
  if (!last) return [];
  const eol = lineEndOf(text);
  const lowest = runningLowest(kept);
  const places = new Map<number, string[]>();
  for (const { number, text: line } of [...lines].sort((a, b) => b.number - a.number)) {
    const below = kept[firstBelow(lowest, number)];
    const at = below ? lineStart(text, below.line.start) : behindLine(text, last.line.end);
    places.set(at, [...(places.get(at) ?? []), line.replace(/(?<![\r\n])[\r\n]*$/, '')]);
  }
  return [...places].map(([at, words]) => {
    const unended = at > 0 && !/[\r\n]/.test(text[at - 1] ?? '');
    const newText = words.join(eol);
    return { span: span(at, at), newText: unended ? eol + newText : newText + eol };
  });
}

/** The lowest number up to each entry. */
function runningLowest(entries: readonly IndexEntry[]): number[] {
  let lowest = Number.POSITIVE_INFINITY;
  return entries.map(({ number }) => {
    lowest = Math.min(lowest, number ?? lowest);
    return lowest;
  });
}

/** The first entry with a number below `number`. */
const firstBelow = (lowest: readonly number[], number: number): number =>
  partitionPoint(lowest.length, (at) => (lowest[at] ?? 0) >= number);

/** `093: Title`, for lists of faults. */
export const faultName = (archive: Archive, { number, title }: IndexFault): string =>
  `${formatNumber(archive.show, number)}: ${title}`;
