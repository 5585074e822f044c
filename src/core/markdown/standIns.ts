import { lineStart } from '../text/lines.js';

/** Blanks and the marker of an item with words behind it. */
const MARKER = /[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]+\S)/y;

/** The marker at an offset where an item with words behind it may begin, with blanks in front of it. */
export function markerAt(text: string, at: number): string | undefined {
  MARKER.lastIndex = at;
  return MARKER.exec(text)?.[0];
}

/**
 * What stands for an item where only what is in it is read: its first line with `x` for words, and a blank line. Undefined
 * where something else is in front of its marker, or nothing behind. The words do not matter: what is in an item depends
 * on where its words begin (https://spec.commonmark.org/0.31.2/#list-items).
 */
export function standInAt(text: string, start: number): string | undefined {
  const line = lineStart(text, start);
  const marker = markerAt(text, line);
  if (marker === undefined || start !== line + marker.length - marker.trimStart().length) return undefined;
  const blanks = /^[ \t]*/.exec(text.slice(line + marker.length))?.[0] ?? '';
  return `${marker}${blanks}x\n\n`;
}

/** How many items `standIns` stand for, each in the one before. */
export const depthOf = (standIns: string): number => standIns.split('\n\n').length - 1;
