import { contains } from '../text/span.js';
import type { Change } from './shift.js';
import type { Block, Definition, Heading, Paragraph } from './syntax.js';
import { walkBlocks } from './visit.js';

/** The paragraph, heading or definition a change stands in, in whatever lists and quotes that is. */
export function findLeaf(blocks: readonly Block[], change: Change): Paragraph | Heading | Definition | undefined {
  const at = blocks.findLastIndex(({ start }) => start < change.start);
  const around = blocks[at];
  if (!around || !contains(around, change)) return undefined;
  let above = blocks[at - 1]?.kind;
  for (const block of walkBlocks([around])) {
    const { kind } = block;
    if ((kind === 'paragraph' || kind === 'heading' || kind === 'definition') && contains(block, change))
      // words right behind a definition may become its title
      return kind === 'paragraph' && above === 'definition' ? undefined : block;
    above = kind;
  }
  return undefined;
}
