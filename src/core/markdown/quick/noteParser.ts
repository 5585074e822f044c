import { type MarkdownParser, parser, Table } from '@lezer/markdown';
import { inlineParsers } from './inlineParsers.js';
import { linkEnd } from './linkEnd.js';

const withoutReferences = parser.configure([
  Table,
  {
    defineNodes: ['Doubt', 'Box', 'Strikethrough'],
    parseInline: [...inlineParsers, linkEnd(new Set())],
    remove: ['Entity', 'HardBreak', 'LinkReference'],
  },
]);

/** lezer's parser, made to read as micromark does a note that defines `identifiers`. */
export const noteParser = (identifiers: ReadonlySet<string>): MarkdownParser =>
  identifiers.size === 0 ? withoutReferences : withoutReferences.configure({ parseInline: [linkEnd(identifiers)] });
