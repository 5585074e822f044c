import { findSuppressions } from '../diagnostics/suppressions.js';
import { behindLine, lineEnd, lineStart } from '../text/lines.js';
import { contains, type Span, slice, span } from '../text/span.js';
import type { Fixer } from './quickFix.js';

export const removeSuppression: Fixer = {
  code: 'suppression.unused',
  compute({ episode }, problem) {
    const { text } = episode.syntax;
    const comment = findSuppressions(episode).find((one) => contains(one.span, problem.span));
    if (!comment) return [];
    if (comment.codes.length > 1) {
      const code = slice(text, problem.span);
      return [{ title: `Remove ${code} from the comment`, preferred: true, edits: [edit(codeIn(text, problem.span))] }];
    }
    return [{ title: 'Remove the comment', preferred: true, edits: [edit(commentIn(text, comment.span))] }];
  },
};

const edit = (at: Span) => ({ span: at, newText: '' });

/** With the blanks or comma before it. */
function codeIn(text: string, { start, end }: Span): Span {
  const before = /(?<![\s,])[\s,]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const isFirst = /-(?:line|file)$/.test(text.slice(0, start - before));
  const behind = isFirst ? (/^[\s,]*/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return isFirst ? span(start, end + behind) : span(start - before, end);
}

/** With its line where it stands alone there, else with the blanks before it. */
function commentIn(text: string, { start, end }: Span): Span {
  const [from, to] = [lineStart(text, start), lineEnd(text, end)];
  const before = text.slice(from, start);
  if (before.trim() === '' && text.slice(end, to).trim() === '') return span(from, behindLine(text, end));
  return span(start - (/(?<![ \t])[ \t]*$/.exec(before)?.[0].length ?? 0), end);
}
