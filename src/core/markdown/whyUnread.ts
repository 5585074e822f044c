import { DEEPEST, deepestLine, LONGEST } from './nesting.js';
import type { NoteSyntax } from './syntax.js';

/** Why a note was left unread, in words that say what to do. */
export interface Unread {
  readonly reason: 'long' | 'deep';
  /** 1-based; null where it is not one line alone. */
  readonly line: number | null;
}

/** Why a text that says something has no blocks; null for one that was read. */
export function whyUnread(syntax: NoteSyntax): Unread | null {
  const { text, parts } = syntax;
  if (parts || syntax.blocks.length > 0 || !/\S/.test(text)) return null;
  return text.length > LONGEST ? { reason: 'long', line: null } : { reason: 'deep', line: deepestLine(text) };
}

/** `it is longer than 2 MiB` */
export const unreadWords = ({ reason, line }: Unread): string =>
  reason === 'long'
    ? `it is longer than ${LONGEST / 1024 / 1024} MiB`
    : `${line === null ? 'it' : `line ${line}`} is nested more than ${DEEPEST} levels deep`;
