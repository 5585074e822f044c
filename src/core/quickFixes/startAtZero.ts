import { lineEndOf, lineStart } from '../text/lines.js';
import { slice, span } from '../text/span.js';
import type { Fixer } from './quickFix.js';

/** A chapter of its own at zero, in the looks of the first one. */
export const startAtZero: Fixer = {
  code: 'chapter.first',
  compute({ episode: { syntax, chapters } }, problem) {
    const first = chapters.find(({ time }) => time.start === problem.span.start);
    if (!first) return [];
    const { text } = syntax;
    const start = lineStart(text, first.time.start);
    const before = slice(text, span(start, first.time.start)).replace(/(?<![[(])[[(]+$/, '');
    if (!/^[ \t]*[-*+][ \t]+$/.test(before)) return [];
    const zero = slice(text, first.time).replace(/\d/g, '0');
    const newText = `${before}${zero} - Welcome${lineEndOf(text)}`;
    return [
      {
        title: 'Insert a chapter at zero',
        preferred: true,
        byHand: true,
        edits: [{ span: span(start, start), newText }],
      },
    ];
  },
};
