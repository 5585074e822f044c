import type { Episode } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import { numberOfPath } from '../show/notePattern.js';
import { formatNumber, type Show } from '../show/show.js';
import type { Archive, ArchivedEpisode, ShowFiles } from './archive.js';
import type { EpisodeIndex } from './episodeIndex.js';
import { type NoteSummary, summarizeNote } from './noteSummary.js';
import { parseIndex } from './parseIndex.js';
import { resolveSeries, type SeriesAndTopic, seriesOfTitle } from './series.js';

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

/** The files of a show with what is kept of its notes. */
export type SummarizedFiles = Omit<ShowFiles, 'notes' | 'index'> & {
  readonly notes: ReadonlyMap<string, NoteSummary>;
  readonly index: EpisodeIndex | null;
};

/** The same from what is kept of notes. */
export function assembleArchive(show: Show, files: SummarizedFiles): Archive {
  const notes = [...files.notes];
  const series = resolveSeries(notes.map(([, note]) => note));
  const episodes = notes
    .map(([path, note], at) => archivedEpisode(path, note, show, series[at] ?? { series: null, topic: null }))
    .sort((a, b) => (b.number ?? -1) - (a.number ?? -1) || a.path.localeCompare(b.path));
  const usedNumbers = findUsedNumbers(show, episodes, files.folders, files.index);
  return { show, episodes, index: files.index, usedNumbers, template: files.template };
}

/** One note that stands alone: its series is what its own title suggests. */
export function standaloneEpisode(path: string, episode: Episode, show: Show): ArchivedEpisode {
  const note = summarizeNote(episode);
  return archivedEpisode(path, note, show, seriesOfTitle(note.segments));
}

const archivedEpisode = (path: string, note: NoteSummary, show: Show, series: SeriesAndTopic): ArchivedEpisode => ({
  ...note,
  ...series,
  path,
  number: numberOfPath(show, path) ?? note.titleNumber,
});

/** Number → what uses it, in words. */
function findUsedNumbers(
  show: Show,
  episodes: readonly ArchivedEpisode[],
  folders: readonly string[],
  index: EpisodeIndex | null,
): Map<number, string> {
  const used = new Map<number, string>();
  const use = (number: number | null | undefined, by: string): void => {
    if (number !== null && number !== undefined && !used.has(number)) used.set(number, by);
  };
  for (const { path } of episodes) use(numberOfPath(show, path), path);
  for (const folder of folders) if (/^\d+$/.test(folder)) use(Number(folder), `the folder ${folder}`);
  for (const { path, titleNumber } of episodes) use(titleNumber, `the title of ${path}`);
  for (const entry of index?.entries ?? [])
    use(entry.number, `the line ${formatNumber(show, entry.number ?? 0)} of ${show.index}`);
  return used;
}

/** Highest used + 1: gaps are never filled. */
export const nextNumber = (archive: Archive): number => Math.max(0, ...archive.usedNumbers.keys()) + 1;
