import type { Span } from '../text/span.js';
import type { Facts, Problem, Rule, Severity } from './rule.js';
import { rules } from './rules/index.js';
import type { Severities } from './severities.js';

/** A problem with the severity it has here. */
export interface ComputedProblem extends Problem {
  readonly severity: Severity;
}

/** Asks every rule that is not off. In the order of the text; every span lies inside it. */
export function computeProblems(facts: Facts, severities: Severities = {}): readonly ComputedProblem[] {
  const { length } = facts.episode.syntax.text;
  return rules
    .filter(({ scope = 'note' }) => scope === 'both' || (scope === 'index') === (facts.index !== undefined))
    .flatMap((rule) => problemsOf(rule, facts, severities[rule.code]))
    .map((problem) => ({ ...problem, span: clamp(problem.span, length) }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function problemsOf(rule: Rule, facts: Facts, asked: Severity | 'off' | undefined): ComputedProblem[] {
  if (asked === 'off') return [];
  return rule.check(facts).map((problem) => ({ ...problem, severity: asked ?? problem.severity ?? rule.severity }));
}

function clamp({ start, end }: Span, length: number): Span {
  const from = Math.min(Math.max(start, 0), length);
  return { start: from, end: Math.min(Math.max(end, from), length) };
}
