import { findBrokenLinks } from '../diagnostics/brokenLinks.js';
import type { QuickFix } from '../diagnostics/rule.js';
import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** `[text](a)(b)` → `[text](a)` or `[text](b)`; sure where the second says nothing new. */
export const removeSecondTarget: Fixer = {
  code: 'link.doubled-target',
  compute({ episode: { links, syntax } }, problem) {
    const { text } = syntax;
    const first = links.find(({ span, form }) => span.end === problem.span.start && form !== 'bare');
    const second = findBrokenLinks(syntax).find(({ span }) => span.start === problem.span.start)?.target;
    if (!first || !second) return [];
    const [kept, other] = [slice(text, first.target), slice(text, second)];
    const removal = replace(`Keep ${kept} only`, problem, '', kept === other);
    if (kept === other) return [removal];
    const exchange: QuickFix = {
      title: `Keep ${other} only`,
      preferred: false,
      edits: [{ span: first.target, newText: other }, ...removal.edits],
    };
    return [removal, exchange];
  },
};
