import type { Episode } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import { numberOfPath } from '../show/notePattern.js';
import { formatNumber, type Show } from '../show/show.js';
import type { Archive, ArchivedEpisode, ShowFiles } from './archive.js';
import type { EpisodeIndex } from './episodeIndex.js';
import { parseIndex } from './parseIndex.js';
import { resolveSeries, type SeriesAndTopic, seriesOfTitle } from './series.js';

/** Reads all notes of a show. Total: a note that says nothing of itself is still there. */
export function buildArchive(show: Show, files: ShowFiles): Archive {
  const notes = new Map([...files.notes].map(([path, text]) => [path, parseEpisode(text, show)]));
  return assembleArchive(show, { ...files, notes });
}

/** The same from notes already read. */
export function assembleArchive(
  show: Show,
  files: Omit<ShowFiles, 'notes'> & { readonly notes: ReadonlyMap<string, Episode> },
): Archive {
  const notes = [...files.notes];
  const series = resolveSeries(notes.map(([, episode]) => episode.title));
  const episodes = notes
    .map(([path, episode], at) => archivedEpisode(path, episode, show, series[at] ?? { series: null, topic: null }))
    .sort((a, b) => (b.number ?? -1) - (a.number ?? -1) || a.path.localeCompare(b.path));
  const index = files.index === null ? null : parseIndex(files.index);
  const usedNumbers = findUsedNumbers(show, episodes, files.folders, index);
  return { show, episodes, index, usedNumbers, template: files.template };
}

/** One note that stands alone: its series is what its own title suggests. */
export const standaloneEpisode = (path: string, text: string, show: Show): ArchivedEpisode => {
  const episode = parseEpisode(text, show);
  return archivedEpisode(path, episode, show, seriesOfTitle(episode.title?.segments ?? []));
};

function archivedEpisode(
  path: string,
  episode: Episode,
  show: Show,
  { series, topic }: SeriesAndTopic,
): ArchivedEpisode {
  return {
    path,
    number: numberOfPath(show, path) ?? episode.title?.number?.value ?? null,
    title: episode.title?.text ?? '',
    series,
    topic,
    hosts: [...new Set(episode.hosts.map(({ name }) => name))],
    date: episode.date?.iso ?? null,
    videoId: episode.video?.id ?? null,
    progress: episode.progress,
    episode,
  };
}

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
  for (const { path, episode } of episodes) use(episode.title?.number?.value, `the title of ${path}`);
  for (const entry of index?.entries ?? [])
    use(entry.number, `the line ${formatNumber(show, entry.number ?? 0)} of ${show.index}`);
  return used;
}

/** Highest used + 1: gaps are never filled. */
export const nextNumber = (archive: Archive): number => Math.max(0, ...archive.usedNumbers.keys()) + 1;
