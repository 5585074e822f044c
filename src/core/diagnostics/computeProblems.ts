import type { Span } from '../text/span.js';
import type { Facts, Problem, Rule, Severity } from './rule.js';
import { rules } from './rules/index.js';
import { suppressionUnused } from './rules/suppressionUnused.js';
import type { Severities } from './severities.js';
import { findSuppressions, isIgnoredUrl, type Suppression, suppresses } from './suppressions.js';

/** A problem with the severity it has here. */
export interface ComputedProblem extends Problem {
  readonly severity: Severity;
}

/** Asks every rule that is not off; what the note or the show keeps quiet is left out. In the order of the text; every span lies inside it. */
export function computeProblems(facts: Facts, severities: Severities = {}): readonly ComputedProblem[] {
  const { length } = facts.episode.syntax.text;
  const found = rules
    .filter(({ scope = 'note' }) => scope === 'both' || (scope === 'index') === (facts.index !== undefined))
    .flatMap((rule) => (severities[rule.code] === 'off' ? [] : problemsOf(rule, rule.check(facts), severities)))
    .map((problem) => ({ ...problem, span: clamp(problem.span, length) }));
  const suppressions = findSuppressions(facts.episode);
  const kept = found.filter(
    (problem) => !isIgnoredUrl(facts, problem) && !suppressions.some((one) => suppresses(one, problem)),
  );
  const unused = suppressions.flatMap((one) => unusedOf(one, found, severities));
  return [...kept, ...problemsOf(suppressionUnused, unused, severities)].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

function problemsOf(rule: Rule, found: readonly Problem[], severities: Severities): ComputedProblem[] {
  const asked = severities[rule.code];
  if (asked === 'off') return [];
  return found.map((problem) => ({ ...problem, severity: asked ?? problem.severity ?? rule.severity }));
}

/** Links are judged by these only once somebody has asked the network: until then nobody knows. */
const ASKED_LATER = /^link\.(?:dead|moved|blocked|unreachable)$/;

/** What a comment names in vain. Rules that are off may find their problem once they are on again. */
function unusedOf(suppression: Suppression, found: readonly Problem[], severities: Severities): Problem[] {
  const { code } = suppressionUnused;
  if (suppression.codes.length === 0) {
    const message = 'This comment names no rule. Expected a code, such as link.tracking.';
    return [{ code, span: suppression.span, message, tag: 'unnecessary' }];
  }
  return suppression.codes.flatMap((named): Problem[] => {
    if (ASKED_LATER.test(named.code) || severities[named.code] === 'off') return [];
    if (found.some((one) => one.code === named.code && suppresses(suppression, one))) return [];
    const known = rules.some((rule) => rule.code === named.code);
    const message = known
      ? `There is no ${named.code} here to be kept quiet.`
      : `There is no rule ${named.code}. Expected a code, such as link.tracking.`;
    return [{ code, span: named.span, message, tag: 'unnecessary' }];
  });
}

function clamp({ start, end }: Span, length: number): Span {
  const from = Math.min(Math.max(start, 0), length);
  return { start: from, end: Math.min(Math.max(end, from), length) };
}
