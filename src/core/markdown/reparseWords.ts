import { contains, slice } from '../text/span.js';
import { findLeaf } from './findLeaf.js';
import { type Change, shift } from './shift.js';
import type { Block, Inline, NoteSyntax, Text } from './syntax.js';

/** Characters that mean nothing to Markdown in words behind others. */
const PLAIN = /^[A-Za-z0-9 ,.;:'"?!()/-]+$/;
/** What makes a link of words. */
const URL_IN_WORDS = /www|:\/\//i;

/**
 * The blocks after a change in plain words of a paragraph of one line that holds only such words, emphasis, links and code: how
 * they are read needs no parser. Undefined for any other change.
 */
export function reparseWords(
  { text: old, blocks }: NoteSyntax,
  text: string,
  change: Change,
): readonly Block[] | undefined {
  const leaf = findLeaf(blocks, change);
  if (leaf?.kind !== 'paragraph' || /[\r\n]/.test(slice(old, leaf))) return undefined;
  const isCalm = (one: Inline): boolean => {
    if (one.kind === 'text') return PLAIN.test(slice(old, one));
    if (one.kind === 'emphasis' || one.kind === 'strong') return one.inlines.every(isCalm);
    return one.kind === 'link' || one.kind === 'inlineCode';
  };
  const words = leaf.inlines.find((one): one is Text => one.kind === 'text' && contains(one, change));
  if (!words || !leaf.inlines.every(isCalm)) return undefined;
  const value = text.slice(words.start, words.end + change.newEnd - change.end);
  if (!PLAIN.test(value) || URL_IN_WORDS.test(value)) return undefined;
  // what touches the next inline, or begins the line, may mean something
  const before = value.slice(0, change.start - words.start);
  const behind = value.slice(change.newEnd - words.start);
  const begins = words.start === leaf.start ? /^[A-Za-z]/.test(before) : before.includes(' ');
  const ends = words.end === leaf.end ? !value.endsWith(' ') : behind.includes(' ');
  return begins && ends
    ? shift(blocks, change, words, { ...words, end: words.start + value.length, value })
    : undefined;
}
