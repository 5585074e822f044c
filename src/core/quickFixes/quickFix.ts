import type { Facts, Problem, QuickFix } from '../diagnostics/rule.js';

/** Mends the problems of one rule. */
export interface Fixer {
  readonly code: string;
  /** Fixes for `problem`, computed from the text as `facts` has it; none where none is safe. */
  compute(facts: Facts, problem: Problem): readonly QuickFix[];
}

/** Replaces the problem's own span. */
export const replace = (title: string, problem: Problem, newText: string, preferred = true): QuickFix => ({
  title,
  preferred,
  edits: [{ span: problem.span, newText }],
});
