import type { Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SyntaxBuilder } from '../../src/core/markdown/buildSyntax.js';
import { sourcePositions } from '../../src/core/markdown/sourcePositions.js';
import type { Block } from '../../src/core/markdown/syntax.js';

const processor = unified()
  .use(remarkParse)
  .use(function everythingOfGfm() {
    const data = this.data();
    data.micromarkExtensions = [gfm()];
    data.fromMarkdownExtensions = [
      ...gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension),
      sourcePositions,
    ];
  })
  .freeze();

/** What the parser of record, remark-parse with all of GFM, reads in one go. */
export function readWithRemark(text: string): Block[] {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const root: Root = processor.parse(text);
  return new SyntaxBuilder(text, base).blocks(root.children);
}
