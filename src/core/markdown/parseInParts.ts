import { parseBlocks, parseUpToHeading } from './parseBlocks.js';
import { mayDefine } from './parts.js';
import type { Block } from './syntax.js';

/** Characters below which a part is not worth its own parse. */
const SMALLEST = 4096;

/** `## …` at a line's start. */
const HEADING = /(?<=[\r\n])#{1,6}[ \t]/g;

/** The blocks of `text` from `base` on, read section by section: the cost grows with the text, no faster. */
export function parseInParts(text: string, base: number): Block[] {
  if (text.length - base < 2 * SMALLEST || mayDefine(text)) return parseBlocks(text, { start: base, end: text.length });
  const blocks: Block[] = [];
  let start = base;
  let least = SMALLEST;
  for (const { index: end } of text.matchAll(HEADING)) {
    if (end - start < least) continue;
    const part = parseUpToHeading(text, { start, end });
    if (part === undefined) {
      least = 2 * (end - start);
      continue;
    }
    for (const block of part) blocks.push(block);
    start = end;
    least = SMALLEST;
  }
  for (const block of parseBlocks(text, { start, end: text.length })) blocks.push(block);
  return blocks;
}
