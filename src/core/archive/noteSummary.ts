import { newsOf, pageOf } from '../diagnostics/webLinks.js';
import { anchorsOf } from '../episode/anchors.js';
import type { Episode } from '../episode/episode.js';
import { webLinks } from '../links/webLinks.js';
import type { OutlineItem, Progress } from '../outline/outline.js';
import { isHalfDone, taskLevels, topicName } from '../outline/taskLevels.js';

/** What the archive keeps of a note: plain data without its syntax, small enough to keep ten thousand of. */
export interface NoteSummary {
  /** The words behind the number. */
  readonly title: string;
  readonly segments: readonly string[];
  /** `093` of the title itself. */
  readonly titleNumber: number | null;
  readonly hosts: readonly string[];
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  /** Whether the note writes it so. */
  readonly dateIsIso: boolean;
  readonly videoId: string | null;
  readonly progress: Progress;
  /** Its tasks by how deep they stand. */
  readonly topics: readonly (readonly TaskSummary[])[];
  /** Distinct URLs on the web, as written. */
  readonly links: readonly string[];
  /** Pages that its week shares, each under one name (`pageOf`). */
  readonly news: readonly string[];
  /** Of its headings, and those that HTML names. */
  readonly anchors: readonly string[];
}

/** A task without its stamp. Half done may be ticked or not. */
export type TaskSummary = readonly [name: string, checked: boolean, halfDone: boolean];

export function summarizeNote(episode: Episode): NoteSummary {
  const { title, hosts, date, video, progress, outline } = episode;
  return {
    title: title?.text ?? '',
    segments: title?.segments ?? [],
    titleNumber: title?.number?.value ?? null,
    hosts: [...new Set(hosts.map(({ name }) => name))],
    date: date?.iso ?? null,
    dateIsIso: date?.isIso ?? true,
    videoId: video?.id ?? null,
    progress,
    topics: Array.from(taskLevels(outline), (level) => (level ?? []).map(summarizeTask)),
    links: [...new Set(webLinks(episode).map(({ url }) => url))],
    news: [...new Set(newsOf(episode).map(({ url }) => pageOf(url)))],
    anchors: anchorsOf(episode),
  };
}

const summarizeTask = (item: OutlineItem): TaskSummary => [topicName(item), item.checked === true, isHalfDone(item)];
