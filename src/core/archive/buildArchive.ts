import type { Episode } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import { numberOfPath } from '../show/notePattern.js';
import { formatNumber, type Show } from '../show/show.js';
import { finish, type Steps } from '../text/steps.js';
import type { Archive, ArchivedEpisode, ArchivedHead, ArchiveOfHeads, ShowFiles } from './archive.js';
import { arrangeAsBefore, arrangeNotes, placed, placeOf } from './arrangeNotes.js';
import type { EpisodeIndex } from './episodeIndex.js';
import type { NoteHead } from './noteHead.js';
import { type NoteSummary, summarizeNote } from './noteSummary.js';
import { parseIndex } from './parseIndex.js';
import { seriesOfTitle } from './series.js';

/** Reads all notes of a show. Total: a note that says nothing of itself is still there. */
export const buildArchive = (show: Show, files: ShowFiles): Archive & Pick<NotesAndFiles, 'notes'> =>
  archiveOfNotes(show, {
    ...files,
    notes: new Map([...files.notes].map(([path, text]) => [path, parseEpisode(text, show)])),
  });

/** The files of a show with its notes already read. */
export type NotesAndFiles = Omit<ShowFiles, 'notes'> & { readonly notes: ReadonlyMap<string, Episode> };

/** The same from notes already read. */
export function archiveOfNotes(show: Show, files: NotesAndFiles): Archive & Pick<NotesAndFiles, 'notes'> {
  const summaries = new Map([...files.notes].map(([path, episode]) => [path, summarizeNote(episode)]));
  const index = files.index === null ? null : parseIndex(files.index);
  return { ...assembleArchive(show, { ...files, index, notes: summaries }), notes: files.notes };
}

/** The files of a show with what is kept of its notes, or only their heads. */
export type SummarizedFiles<Note = NoteSummary> = Omit<ShowFiles, 'notes' | 'index'> & {
  readonly notes: ReadonlyMap<string, Note>;
  readonly index: EpisodeIndex | null;
};

/** Whether nothing has changed: the archive of the one is that of the other. */
export const areSameFiles = (a: SummarizedFiles, b: SummarizedFiles): boolean =>
  a.index === b.index &&
  a.template === b.template &&
  a.folders.join('/') === b.folders.join('/') &&
  a.notes.size === b.notes.size &&
  [...a.notes].every(([path, note]) => b.notes.get(path) === note);

/** The same from what is kept of notes. */
export const assembleArchive = (show: Show, files: SummarizedFiles): Archive => finish(assembleInSteps(show, files));

/** The same in steps. `before` are the episodes of an archive of this show: of most of the same notes, if that is to help. */
export function* assembleInSteps(
  show: Show,
  files: SummarizedFiles,
  before: readonly ArchivedEpisode[] = [],
): Steps<Archive> {
  const known = yield* arrangeAsBefore(files.notes, before);
  return archiveOf(show, files, known ?? (yield* arrangeNotes(show, files.notes)));
}

/** The same from heads alone. */
export function* assembleHeadsInSteps(show: Show, files: SummarizedFiles<NoteHead>): Steps<ArchiveOfHeads> {
  return archiveOf(show, files, yield* arrangeNotes(show, files.notes));
}

function archiveOf<Episode extends ArchivedHead>(
  show: Show,
  { folders, index, template }: Omit<SummarizedFiles, 'notes'>,
  episodes: readonly Episode[],
): Archive<Episode> {
  let used: ReadonlyMap<number, string> | undefined;
  return {
    ...{ show, episodes, index, template },
    get usedNumbers() {
      used ??= findUsedNumbers(show, episodes, folders, index);
      return used;
    },
  };
}

/** One note that stands alone: its series is what its own title suggests. */
export function standaloneEpisode(path: string, episode: Episode, show: Show): ArchivedEpisode {
  const note = summarizeNote(episode);
  return placed(note, placeOf(path, note, show, seriesOfTitle(note.segments)));
}

/** Number → what uses it, in words. */
function findUsedNumbers(
  show: Show,
  episodes: readonly ArchivedHead[],
  folders: readonly string[],
  index: EpisodeIndex | null,
): ReadonlyMap<number, string> {
  const used = new Map<number, string>();
  const use = (number: number | null, by: () => string): void => {
    if (number !== null && !used.has(number)) used.set(number, by());
  };
  for (const { path } of episodes) use(numberOfPath(show, path), () => path);
  for (const folder of folders) if (/^\d+$/.test(folder)) use(Number(folder), () => `the folder ${folder}`);
  for (const { path, titleNumber } of episodes) use(titleNumber, () => `the title of ${path}`);
  for (const { number } of index?.entries ?? [])
    use(number, () => `the line ${formatNumber(show, number ?? 0)} of ${show.index}`);
  return used;
}

/** Highest used + 1: gaps are never filled. */
export const nextNumber = ({ usedNumbers }: Pick<Archive, 'usedNumbers'>): number =>
  [...usedNumbers.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
