import type { NoteSyntax } from './syntax.js';

/** A shorter text without blocks has none: footnotes that say nothing. */
const LEAST = 10_000;

/** Whether a text that says something was left unread, as it is too long, or deeper than the reader can hold. */
export const isUnread = (syntax: NoteSyntax): boolean => {
  const { text, parts } = syntax;
  // the blocks of parts take long to join
  return text.length > LEAST && !parts && syntax.blocks.length === 0 && /\S/.test(text);
};

/** Why, in the command line's words. */
export const WHY_UNREAD = 'it is longer than 2 MiB';
