import { newsOf } from '../diagnostics/webLinks.js';
import { anchorsOf } from '../episode/anchors.js';
import type { Episode } from '../episode/episode.js';
import { type GitHubFile, gitHubFile } from '../links/gitHubFile.js';
import { webLinks } from '../links/webLinks.js';
import type { OutlineItem, Progress } from '../outline/outline.js';
import { isHalfDone, taskLevels, topicName } from '../outline/taskLevels.js';
import { headOf, type NoteHead } from './noteHead.js';

/** What the archive keeps of a note: no syntax, small enough to keep ten thousand of. */
export interface NoteSummary extends NoteHead {
  readonly progress: Progress;
  readonly told: NoteTold;
  readonly details: NoteDetails;
}

/** What other notes are judged by. */
export interface NoteTold {
  /** Hosts that it links to by https, with their ports, in small letters. */
  readonly safeHosts: readonly string[];
  /** What it links to on GitHub. */
  readonly files: readonly GitHubFile[];
  /** Pages that its week shares, each under one name (`pageOf`). */
  readonly news: readonly string[];
}

/** What is asked of few notes at a time, and may be packed until then: asking for it costs some microseconds each time. */
export interface NoteDetails {
  /** Its tasks by how deep they stand. */
  readonly topics: readonly (readonly TaskSummary[])[];
  /** Distinct URLs on the web, as written. */
  readonly links: readonly string[];
  /** Of its headings, and those that HTML names. */
  readonly anchors: readonly string[];
}

/** A task without its stamp. Half done may be ticked or not. */
export type TaskSummary = readonly [name: string, checked: boolean, halfDone: boolean];

export function summarizeNote(episode: Episode): NoteSummary {
  const { progress, outline } = episode;
  const links = [...new Set(webLinks(episode).map(({ url }) => url))];
  return {
    ...headOf(episode),
    progress,
    told: {
      safeHosts: [...new Set(links.flatMap((url) => safeHost(url) ?? []))],
      files: links.flatMap((url) => gitHubFile(url) ?? []),
      news: [...new Set(newsOf(episode).map(({ page }) => page))],
    },
    details: {
      topics: Array.from(taskLevels(outline), (level) => (level ?? []).map(summarizeTask)),
      links,
      anchors: anchorsOf(episode),
    },
  };
}

const safeHost = (url: string): string | undefined => /^https:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase();

const summarizeTask = (item: OutlineItem): TaskSummary => [topicName(item), item.checked === true, isHalfDone(item)];
