import type { TreeCursor } from '@lezer/common';
import { bomLength } from '../../text/byteOrderMark.js';
import { HEADING } from '../cuts.js';
import { hasSame, type Labels, labelsIn } from '../labels.js';
import { parseMarkdown } from '../parseMarkdown.js';
import { parsePieces } from '../parsePieces.js';
import { LONGEST, readable } from '../readable.js';
import type { Block, NoteSyntax } from '../syntax.js';
import { BlockReader } from './blockReader.js';
import { findLabels } from './definitions.js';
import { UNSURE_SECTION } from './doubts.js';
import { noteParser } from './noteParser.js';

/**
 * The same as `parseMarkdown` in a small part of the time: read by lezer, and by the parser of record only where the
 * two might differ. For many notes at once; it brings a second parser along.
 */
export function quickMarkdown(text: string): NoteSyntax {
  const blocks = text.length > LONGEST ? undefined : tryToRead(readable(text));
  return blocks ? { text, blocks } : parseMarkdown(text);
}

function tryToRead(text: string): readonly Block[] | undefined {
  try {
    return quickBlocks(text);
  } catch (error) {
    // nested too deep
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function quickBlocks(text: string): readonly Block[] | undefined {
  const labels = findLabels(text);
  if (!labels) return undefined;
  const base = bomLength(text);
  // lezer knows neither byte order marks nor carriage returns
  const source = (base > 0 ? ` ${text.slice(1)}` : text).replaceAll('\r\n', ' \n');
  const cursor = noteParser(labels).parse(source).cursor();
  const reader = new BlockReader(text, labels);
  const blocks: Block[] = [];
  let section: Block[] = [];
  let start = base;
  const endSection = (end: number): boolean => {
    const part = { start, end };
    const sure = !reader.doubtful && !UNSURE_SECTION.test(text.slice(start, end));
    const read = sure ? section : readSection(text, part, labels);
    for (const block of read ?? []) blocks.push(block);
    [section, start, reader.doubtful] = [[], end, false];
    return read !== undefined;
  };
  for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) {
    if (opensSection(cursor, text) && cursor.from > start && !endSection(cursor.from)) return undefined;
    for (const block of reader.read(cursor)) section.push(block);
  }
  return endSection(text.length) && (labels.size === 0 || hasSame(labels, labelsIn(blocks))) ? blocks : undefined;
}

/** By the parser of record; undefined where it does not end at a heading. */
const readSection = (text: string, part: { start: number; end: number }, labels: Labels): Block[] | undefined =>
  parsePieces(text, part, part.end < text.length ? { sentinel: HEADING, standIns: '' } : undefined, labels);

/** `## …` at a line's start. */
const opensSection = ({ name, from }: TreeCursor, text: string): boolean =>
  name.startsWith('ATXHeading') && text[from - 1] === '\n';
