import { LONGEST } from './readable.js';
import type { NoteSyntax } from './syntax.js';

/** Why a note was left unread; `deep`: more nested than the reader can hold. */
export type Unread = 'long' | 'deep';

/** A shorter text without blocks has none: footnotes that say nothing. */
const LEAST_DEEP = 10_000;

/** Why a text that says something has no blocks; null for one that was read. */
export function whyUnread({ text, parts, blocks }: NoteSyntax): Unread | null {
  if (parts || blocks.length > 0 || !/\S/.test(text)) return null;
  if (text.length > LONGEST) return 'long';
  return text.length > LEAST_DEEP ? 'deep' : null;
}

/** `it is longer than 2 MiB` */
export const unreadWords = (why: Unread): string =>
  why === 'long' ? `it is longer than ${LONGEST / 1024 / 1024} MiB` : 'it is nested too deep';
