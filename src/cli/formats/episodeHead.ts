import type { ArchivedEpisode } from '../../core/archive/archive.js';
import type { Progress } from '../../core/outline/outline.js';
import { formatNumber, type Show } from '../../core/show/show.js';
import { plainLine } from '../io.js';

/** The fields every command prints of an episode. A public interface: fields are added, never changed. */
export interface EpisodeHead {
  readonly path: string;
  /** The folder's, else the title's. */
  readonly number: number | null;
  /** '' where it is missing. */
  readonly title: string;
  readonly series: string | null;
  readonly topic: string | null;
  readonly hosts: readonly string[];
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  readonly videoId: string | null;
  /** Every task of the note. */
  readonly progress: Progress;
}

export const headOf = (episode: ArchivedEpisode, path = episode.path): EpisodeHead => ({
  path,
  number: episode.number,
  title: episode.title,
  series: episode.series,
  topic: episode.topic,
  hosts: episode.hosts,
  date: episode.date,
  videoId: episode.videoId,
  progress: { done: episode.progress.done, total: episode.progress.total },
});

/** `50/73`; '' for a note without tasks. */
export const progressText = ({ done, total }: Progress): string => (total === 0 ? '' : `${done}/${total}`);

/** `099 Grokking Kubernetes : metrics · 50/73` */
export function headText({ number, title, path, progress }: EpisodeHead, show: Show): string {
  const words = [number === null ? '' : formatNumber(show, number), plainLine(title) || (number === null ? path : '')];
  return [words.filter((word) => word !== '').join(' '), progressText(progress)]
    .filter((part) => part !== '')
    .join(' · ');
}
