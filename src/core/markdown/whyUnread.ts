import { DEEPEST, deepestLine, LONGEST, MOST_BRACKETS, tangledLine } from './nesting.js';
import type { NoteSyntax } from './syntax.js';

/** Why a note was left unread, in words that say what to do. */
export interface Unread {
  readonly reason: 'long' | 'deep' | 'tangled';
  /** 1-based; null where it is not one line alone. */
  readonly line: number | null;
}

/** Why a text that says something has no blocks; null for one that was read. */
export function whyUnread(syntax: NoteSyntax): Unread | null {
  const { text, parts } = syntax;
  if (parts || syntax.blocks.length > 0 || !/\S/.test(text)) return null;
  if (text.length > LONGEST) return { reason: 'long', line: null };
  const line = deepestLine(text);
  const tangled = line === null ? tangledLine(text) : null;
  return tangled === null ? { reason: 'deep', line } : { reason: 'tangled', line: tangled };
}

/** `it is longer than 2 MiB` */
export function unreadWords({ reason, line }: Unread): string {
  if (reason === 'long') return `it is longer than ${LONGEST / 1024 / 1024} MiB`;
  if (reason === 'tangled') return `the paragraph of line ${line} has more than ${MOST_BRACKETS} brackets`;
  return `${line === null ? 'it' : `line ${line}`} is nested more than ${DEEPEST} levels deep`;
}
