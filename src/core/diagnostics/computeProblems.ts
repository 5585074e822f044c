import type { Facts, Problem, Severity } from './rule.js';
import { rules } from './rules/index.js';
import type { Severities } from './severities.js';

/** A problem with the severity it has in this show. */
export interface ComputedProblem extends Problem {
  readonly severity: Severity;
}

/** Every problem of one note, in the order of the text. */
export function computeProblems(facts: Facts, severities: Severities = {}): readonly ComputedProblem[] {
  return rules
    .flatMap((rule) => {
      const set = severities[rule.code];
      if (set === 'off') return [];
      return rule.check(facts).map((problem) => ({ ...problem, severity: set ?? problem.severity ?? rule.severity }));
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.code.localeCompare(b.code));
}
