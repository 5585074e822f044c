import { numberOfPath } from '../show/notePattern.js';
import type { Show } from '../show/show.js';
import { mapInSteps, type Steps } from '../text/steps.js';
import type { ArchivedEpisode, ArchivePlace } from './archive.js';
import { KeptNote } from './keptNote.js';
import type { NoteHead } from './noteHead.js';
import type { NoteSummary } from './noteSummary.js';
import { NO_SERIES, resolveSeries, type SeriesAndTopic } from './series.js';

/** Notes from pause to pause. */
const STEP = 200;

/** Notes by path with the place of each in the archive, newest first. */
export function* arrangeNotes<Note extends NoteHead>(
  show: Show,
  notes: ReadonlyMap<string, Note>,
): Steps<(Note & ArchivePlace)[]> {
  const entries = [...notes];
  const series = yield* resolveSeries(entries.map(([, note]) => note));
  const episodes = yield* mapInSteps(entries, ([path, note], at) =>
    placed(note, placeOf(path, note, show, series[at] ?? NO_SERIES)),
  );
  return episodes.sort((a, b) => (b.number ?? -1) - (a.number ?? -1) || a.path.localeCompare(b.path));
}

/** The place of one note, whose series is known. */
export const placeOf = (
  path: string,
  { titleNumber }: NoteHead,
  show: Show,
  { series, topic }: SeriesAndTopic,
): ArchivePlace => ({ series, topic, path, number: numberOfPath(show, path) ?? titleNumber });

/** A note with its place. */
export const placed = <Note extends NoteHead>(note: Note, place: ArchivePlace): Note & ArchivePlace => ({
  ...(note instanceof KeptNote ? (note.summary as NoteHead as Note) : note),
  ...place,
});

/**
 * The same for notes that have the titles they had `before`, in the same show: all places are as they were. Those that say
 * what they said stay the objects they were. Undefined where a title is another, has come or gone.
 */
export function* arrangeAsBefore(
  notes: ReadonlyMap<string, NoteSummary>,
  before: readonly ArchivedEpisode[],
): Steps<ArchivedEpisode[] | undefined> {
  if (before.length !== notes.size) return undefined;
  const episodes: ArchivedEpisode[] = [];
  for (const [at, one] of before.entries()) {
    if (at % STEP === 0) yield;
    const note = notes.get(one.path);
    if (!note) return undefined;
    const isSame = note === one || note.details === one.details;
    if (!isSame && !isTitled(note, one)) return undefined;
    const { series, topic, path, number } = one;
    episodes.push(isSame ? one : placed(note, { series, topic, path, number }));
  }
  return episodes;
}

/** Whether what places depend on is the same. */
const isTitled = (a: NoteHead, b: NoteHead): boolean =>
  a.title === b.title && a.titleNumber === b.titleNumber && a.segments.join('\n') === b.segments.join('\n');
