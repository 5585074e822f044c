import { readEpisode } from '../episode/parseEpisode.js';
import { type PackedSyntax, packSyntax } from '../markdown/packedSyntax.js';
import type { NoteSyntax } from '../markdown/syntax.js';
import type { Show } from '../show/show.js';
import type { EpisodeIndex } from './episodeIndex.js';
import { summarizeNote } from './noteSummary.js';
import { type PackedNote, packNote } from './packedNote.js';
import { parseIndex } from './parseIndex.js';

/** What a text is, and what is kept of it. */
export interface TextReadings {
  readonly note: PackedNote;
  readonly index: EpisodeIndex;
  readonly syntax: PackedSyntax;
}

export type TextKind = keyof TextReadings;

export const isTextKind = (kind: string): kind is TextKind => kind === 'note' || kind === 'index' || kind === 'syntax';

/** Reads a text of a show with the parser given. */
export function readText(
  kind: TextKind,
  text: string,
  show: Show,
  read: (text: string) => NoteSyntax,
): TextReadings[TextKind] {
  if (kind === 'index') return parseIndex(text, read);
  const syntax = read(text);
  return kind === 'syntax' ? packSyntax(syntax) : packNote(summarizeNote(readEpisode(syntax, show)));
}
