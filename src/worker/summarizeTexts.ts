import { type NoteSummary, summarizeNote } from '../core/archive/noteSummary.js';
import { readEpisode } from '../core/episode/parseEpisode.js';
import { quickMarkdown } from '../core/markdown/quick/quickMarkdown.js';
import type { Show } from '../core/show/show.js';

/** What is sent to the thread that reads notes, in one message. */
export interface SummarizeRequest {
  readonly show: Show;
  readonly texts: readonly string[];
}

/** What comes back: of each text its summary, in their order. */
export const summarizeTexts = ({ show, texts }: SummarizeRequest): readonly NoteSummary[] =>
  texts.map((text) => summarizeNote(readEpisode(quickMarkdown(text), show)));
