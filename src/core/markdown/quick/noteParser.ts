import { type MarkdownParser, parser, Table } from '@lezer/markdown';
import { type Labels, NO_LABELS } from '../labels.js';
import { inlineParsers } from './inlineParsers.js';
import { linkEnd } from './linkEnd.js';

const withoutReferences = parser.configure([
  Table,
  {
    defineNodes: ['Doubt', 'Box', 'Strikethrough'],
    parseInline: [...inlineParsers, linkEnd(NO_LABELS)],
    remove: ['Entity', 'HardBreak', 'LinkReference'],
  },
]);

/** lezer's parser, made to read as micromark does a note that defines `labels`. */
export const noteParser = (labels: Labels): MarkdownParser =>
  labels.size === 0 ? withoutReferences : withoutReferences.configure({ parseInline: [linkEnd(labels)] });
