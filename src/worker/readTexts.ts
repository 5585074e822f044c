import type { EpisodeIndex } from '../core/archive/episodeIndex.js';
import { type NoteSummary, summarizeNote } from '../core/archive/noteSummary.js';
import { parseIndex } from '../core/archive/parseIndex.js';
import { readEpisode } from '../core/episode/parseEpisode.js';
import { type PackedSyntax, packSyntax } from '../core/markdown/packedSyntax.js';
import { quickMarkdown } from '../core/markdown/quick/quickMarkdown.js';
import type { Show } from '../core/show/show.js';

/** What is sent to the thread that reads notes, in one message: texts of notes, or of the index, and what to make of them. */
export interface ReadRequest {
  readonly kind: 'note' | 'index' | 'syntax';
  readonly show: Show;
  readonly texts: readonly string[];
}

/** What comes back: what each text says, in their order. */
export type ReadAnswer = readonly (NoteSummary | EpisodeIndex | PackedSyntax)[];

export const readTexts = ({ kind, show, texts }: ReadRequest): ReadAnswer =>
  texts.map((text) => {
    if (kind === 'index') return parseIndex(text, quickMarkdown);
    const syntax = quickMarkdown(text);
    return kind === 'syntax' ? packSyntax(syntax) : summarizeNote(readEpisode(syntax, show));
  });
