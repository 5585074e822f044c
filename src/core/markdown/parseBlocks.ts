import type * as mdast from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { Extension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { BOM, bomLength } from '../text/byteOrderMark.js';
import { oncePer } from '../text/oncePer.js';
import type { Span } from '../text/span.js';
import { SyntaxBuilder } from './buildSyntax.js';
import { gfmFor } from './gfm.js';
import { type Labels, NO_LABELS } from './labels.js';
import { referencesTo } from './referencesTo.js';
import { sourcePositions } from './sourcePositions.js';
import type { Block } from './syntax.js';

const remark = unified()
  .use(remarkParse)
  .use(function sourceOfGfm() {
    // GFM's second pass over text makes links without positions; buildSyntax finds those itself
    const tree = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);
    this.data('fromMarkdownExtensions', [...tree, sourcePositions]);
  })
  .freeze();

/** A parser takes as long to make as to read a line: one for each choice of extensions. */
const parsersFor = oncePer((labels: Labels) =>
  oncePer((gfm: readonly Extension[]) =>
    remark()
      .data('micromarkExtensions', labels.size > 0 ? [...gfm, referencesTo(labels)] : [...gfm])
      .freeze(),
  ),
);

/**
 * Reads `part` of `text`, with `before` in front of it and `after` behind it, as a document of its own; offsets are
 * those of `text`. References are to `labels`, where there are any, else to what the part itself defines.
 */
export function parseBlocks(text: string, part: Span, after = '', labels = NO_LABELS, before = ''): Block[] {
  const document = before + text.slice(part.start, part.end) + after;
  // the parser takes a byte order mark off and counts from behind it: what is text here is kept by one in front
  const marked = bomLength(document) > 0 ? BOM + document : document;
  const root: mdast.Root = parsersFor(labels)(gfmFor(document)).parse(marked);
  return new SyntaxBuilder(text, part.start - before.length).blocks(root.children);
}
