import type { ListItem } from '../markdown/syntax.js';
import { walkBlocks } from '../markdown/visit.js';
import { behindLine, lineStart } from '../text/lines.js';
import { type Span, slice, span } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** `![]()` goes, with its bullet where it is all that stands there; of `[words]()` the words stay. */
export const removeEmptyLink: Fixer = {
  code: 'link.empty-target',
  compute({ episode }, problem) {
    const link = episode.links.find(
      ({ span: at, form }) => form !== 'html' && at.start === problem.span.start && at.end === problem.span.end,
    );
    if (!link?.label) return [];
    const { text, blocks } = episode.syntax;
    const words = slice(text, link.label.span);
    if (words.trim() !== '') return [replace('Keep the words, drop the link', problem, words, false)];
    const title = link.form === 'image' ? 'Remove the empty image' : 'Remove the empty link';
    const lists = walkBlocks(blocks).flatMap((block) => (block.kind === 'list' ? block.items : []));
    const item = lists.find((one) => isAllOf(one, problem.span));
    if (!item) return [replace(title, problem, '')];
    if (item.blocks.length > 1) return [];
    const line = span(lineStart(text, item.start), behindLine(text, problem.span.end));
    const alone = /^[\s>]*$/.test(text.slice(line.start, item.start));
    return alone ? [{ title, preferred: true, edits: [{ span: line, newText: '' }] }] : [];
  },
};

const isAllOf = ({ content }: ListItem, { start, end }: Span): boolean =>
  content.start === start && content.end === end;
