import { newsOf, pageOf } from '../diagnostics/webLinks.js';
import { anchorsOf } from '../episode/anchors.js';
import type { Episode } from '../episode/episode.js';
import { webLinks } from '../links/webLinks.js';
import type { OutlineItem, Progress } from '../outline/outline.js';
import { isHalfDone, taskLevels, topicName } from '../outline/taskLevels.js';
import { headOf, type NoteHead } from './noteHead.js';

/** What the archive keeps of a note: no syntax, small enough to keep ten thousand of. */
export interface NoteSummary extends NoteHead {
  readonly progress: Progress;
  readonly details: NoteDetails;
}

/** What is asked of few notes at a time, and may be packed until then: asking for it costs some microseconds each time. */
export interface NoteDetails {
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
  const { progress, outline } = episode;
  return {
    ...headOf(episode),
    progress,
    details: {
      topics: Array.from(taskLevels(outline), (level) => (level ?? []).map(summarizeTask)),
      links: [...new Set(webLinks(episode).map(({ url }) => url))],
      news: [...new Set(newsOf(episode).map(({ url }) => pageOf(url)))],
      anchors: anchorsOf(episode),
    },
  };
}

const summarizeTask = (item: OutlineItem): TaskSummary => [topicName(item), item.checked === true, isHalfDone(item)];
