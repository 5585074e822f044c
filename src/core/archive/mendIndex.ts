import { resolveTarget } from '../episode/relativeTargets.js';
import { addIndexLine } from '../newEpisode/indexLine.js';
import { formatNumber, notePath } from '../show/show.js';
import { behindLine, lineEndOf, lineStart } from '../text/lines.js';
import { applyEdits, slice, span } from '../text/span.js';
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

/** The episode an index target leads to; null where it leads to none. A note's folder stands for the note. */
function targetEpisode({ show, episodes }: Archive, target: string): ArchivedEpisode | null {
  const path = resolveTarget(target, show.index);
  return episodes.find((one) => one.path === path || folderOf(one.path) === path) ?? null;
}

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
export function mendIndex(archive: Archive, faults: readonly IndexFault[]): string {
  let text = archive.index?.text ?? '';
  for (const fault of faults) text = mend({ ...archive, index: parseIndex(text) }, fault);
  return text;
}

function mend(archive: Archive, { kind, number, title }: IndexFault): string {
  const { show } = archive;
  const index = archive.index ?? parseIndex('');
  const { text, entries } = index;
  if (kind === 'missing') {
    const whole = addIndexLine(archive, number, title, notePath(show, number)) ?? text;
    const added = parseIndex(whole).entries.find((entry) => entry.number === number);
    return added ? inOrder(whole, added) : whole;
  }
  if (kind === 'order') {
    const entry = misplaced(index).find((one) => one.number === number);
    return entry ? inOrder(text, entry) : text;
  }
  const dead = entries.find((entry) => entry.number === number && isDeadTarget(archive, entry.target));
  if (kind === 'orphan') return dead ? withoutLine(text, dead) : text;
  const target = dead && addIndexLine({ ...archive, index: parseIndex('') }, number, '', notePath(show, number));
  const good = target && parseIndex(target).entries[0]?.target;
  return dead && good ? applyEdits(text, [{ span: dead.targetSpan, newText: good }]) : text;
}

function withoutLine(text: string, { line }: IndexEntry): string {
  return text.slice(0, lineStart(text, line.start)) + text.slice(behindLine(text, line.end));
}

/** Moves a line above the first one with a lower number, else below the last. */
function inOrder(text: string, { line: own, number }: IndexEntry): string {
  const start = lineStart(text, own.start);
  const end = behindLine(text, own.end);
  const rest = text.slice(0, start) + text.slice(end);
  const { entries } = parseIndex(rest);
  const below = entries.find((entry) => entry.number !== null && number !== null && entry.number < number);
  const last = entries.at(-1);
  if (!last) return text;
  const at = below ? lineStart(rest, below.line.start) : behindLine(rest, last.line.end);
  const eol = lineEndOf(text);
  const line = slice(text, span(start, end)).replace(/(?<![\r\n])[\r\n]*$/, eol);
  const gap = at > 0 && !/[\r\n]/.test(rest[at - 1] ?? '') ? eol : '';
  return rest.slice(0, at) + gap + (gap === '' ? line : line.slice(0, -eol.length)) + rest.slice(at);
}

/** `093: Title`, for lists of faults. */
export const faultName = (archive: Archive, { number, title }: IndexFault): string =>
  `${formatNumber(archive.show, number)}: ${title}`;
