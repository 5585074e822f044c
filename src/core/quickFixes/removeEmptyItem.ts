import { behindLine, lineEnd, lineStart } from '../text/lines.js';
import { span } from '../text/span.js';
import type { Fixer } from './quickFix.js';

/** The whole line goes, line end and all; lines around it stay. A task is its author's, words or not: only on request. */
export const removeEmptyItem: Fixer = {
  code: 'outline.empty-item',
  compute({ episode: { syntax } }, problem) {
    const { text } = syntax;
    const start = lineStart(text, problem.span.start);
    const task = syntax.text[problem.span.start] === '[';
    const onlyItem = /^[\s>]*(?:[-*+]|\d+[.)])\s*(?:\[[ xX]\]\s*)?$/.test(
      text.slice(start, lineEnd(text, problem.span.end)),
    );
    if (!onlyItem) return [];
    const end = behindLine(text, problem.span.end);
    return [{ title: 'Remove the empty item', preferred: !task, edits: [{ span: span(start, end), newText: '' }] }];
  },
};
