import type * as mdast from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SyntaxBuilder } from './buildSyntax.js';
import { sourcePositions } from './sourcePositions.js';
import type { NoteSyntax } from './syntax.js';

const processor = unified()
  .use(remarkParse)
  .use(function gfmForReading() {
    const data = this.data();
    data.micromarkExtensions = [gfm()];
    // GFM's second pass over text makes links without positions; buildSyntax finds those itself
    const tree = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);
    data.fromMarkdownExtensions = [...tree, sourcePositions];
  })
  .freeze();

const BOM = '\uFEFF';

/**
 * Reads a note as CommonMark with GFM. Total: any text gives a syntax whose offsets lie inside it.
 * A text the parser itself cannot hold (nesting beyond the stack) gives no blocks.
 */
export function parseMarkdown(text: string): NoteSyntax {
  const base = text.startsWith(BOM) ? BOM.length : 0;
  try {
    const root: mdast.Root = processor.parse(text.slice(base));
    return { text, blocks: new SyntaxBuilder(text, base).blocks(root.children) };
  } catch (error) {
    if (error instanceof RangeError) return { text, blocks: [] };
    throw error;
  }
}
