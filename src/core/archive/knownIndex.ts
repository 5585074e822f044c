import type { EpisodeIndex } from './episodeIndex.js';

/** An index to be kept from session to session: what it was read with, and its text's `fingerprint`, in front. */
export const writeKnownIndex = (readWith: string, print: string, { entries }: EpisodeIndex): string =>
  JSON.stringify([readWith, print, entries]);

/** The index with this text. Undefined where another was kept, or was read with something else; throws where it is damaged. */
export function readKnownIndex(
  readWith: string,
  print: string,
  text: string,
  stored: string,
): EpisodeIndex | undefined {
  const [by, of, entries] = JSON.parse(stored) as [unknown, unknown, EpisodeIndex['entries']];
  if (by !== readWith || of !== print) return undefined;
  if (!Array.isArray(entries)) throw new SyntaxError('There are no lines of an index.');
  return { text, entries };
}
