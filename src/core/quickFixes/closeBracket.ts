import type { QuickFix } from '../diagnostics/rule.js';
import { type BrokenLink, findBrokenLinks } from '../diagnostics/rules/linkMissingBracket.js';
import { slice, span } from '../text/span.js';
import type { Fixer } from './quickFix.js';

/** Makes the link that was meant out of `[words(url)`, `(words)(url)`, `[words](url` and `words(url)`. */
export const closeBracket: Fixer = {
  code: 'link.missing-bracket',
  compute(facts, problem) {
    const broken = findBrokenLinks(facts).find(
      ({ start, end }) => start === problem.span.start && end === problem.span.end,
    );
    return broken ? [fix(broken, slice(facts.episode.syntax.text, problem.span))] : [];
  },
};

function fix({ form, start, paren, end }: BrokenLink, written: string): QuickFix {
  const insert = (at: number, newText: string) => ({ span: span(at, at), newText });
  const put = (at: number, newText: string) => ({ span: span(at, at + 1), newText });
  switch (form) {
    case 'open':
      return { title: 'Close the bracket', preferred: true, edits: [insert(paren, ']')] };
    case 'round':
      return {
        title: 'Put the words in square brackets',
        preferred: true,
        edits: [put(start, '['), put(paren - 1, ']')],
      };
    case 'unclosed':
      return { title: 'Close the link', preferred: true, edits: [insert(end, ')')] };
    case 'none':
      // which words were meant is the author's to say
      return {
        title: `Make “${written.slice(0, paren - start)}” a link`,
        preferred: false,
        edits: [insert(start, '['), insert(paren, ']')],
      };
  }
}
