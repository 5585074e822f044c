import { type NoteSummary, summarizeNote } from '../core/archive/noteSummary.js';
import { parseEpisode } from '../core/episode/parseEpisode.js';
import type { Show } from '../core/show/show.js';

/** What is sent to the thread that reads notes, in one message. */
export interface SummarizeRequest {
  readonly show: Show;
  readonly texts: readonly string[];
}

/** What comes back: of each text its summary, in their order. */
export const summarizeTexts = ({ show, texts }: SummarizeRequest): readonly NoteSummary[] =>
  texts.map((text) => summarizeNote(parseEpisode(text, show)));
