import type { Span } from '../text/span.js';
import { finish, type Steps } from '../text/steps.js';
import { linksOfArchive } from './linksOfArchive.js';
import { askRules, type FoundProblem, partProblems } from './partProblems.js';
import type { Facts, Problem, Rule, Severity } from './rule.js';
import { rules } from './rules/index.js';
import { suppressionUnused } from './rules/suppressionUnused.js';
import type { Severities } from './severities.js';
import { findSuppressions, type Suppression, suppresses } from './suppressions.js';

/** A problem with the severity it has here. */
export interface ComputedProblem extends Problem {
  readonly severity: Severity;
}

/** How the rules of one kind of file are asked. */
const ask = (file: 'note' | 'index') => {
  const here = rules.filter(({ scope = 'note' }) => scope === 'both' || scope === file);
  const first = here.filter(({ looksAt }) => looksAt !== undefined);
  const whole = here.filter(({ looksAt }) => looksAt === undefined);
  const inParts = partProblems({ first, part: first.filter(({ looksAt }) => looksAt === 'part') });
  return function* (facts: Facts): Steps<FoundProblem[]> {
    // rules cannot pause while they look at all notes
    if (facts.archive) yield* linksOfArchive(facts.archive);
    return [...(yield* inParts(facts)), ...(yield* askRules(facts, whole))];
  };
};
const [askOfNote, askOfIndex] = [ask('note'), ask('index')];

const order = new Map(rules.map(({ code }, at) => [code, at]));

/** Asks every rule that is not off; what the note or the show keeps quiet is left out. In the order of the text; every span lies inside it. */
export const computeProblems = (facts: Facts, severities: Severities = {}): readonly ComputedProblem[] =>
  finish(problemsInSteps(facts, severities));

/** The same, with pauses while the links of all notes are read for the first time, behind each rule that looks at the whole note, and behind each part. */
export function* problemsInSteps(facts: Facts, severities: Severities = {}): Steps<readonly ComputedProblem[]> {
  const found = (yield* everyProblem(facts)).filter(({ rule }) => severities[rule.code] !== 'off');
  const suppressions = findSuppressions(facts.episode);
  const kept = found.filter(
    ({ problem, ignored }) => !ignored && !suppressions.some((one) => suppresses(one, problem)),
  );
  const problems = found.map(({ problem }) => problem);
  const unused = suppressions
    .flatMap((one) => unusedOf(one, problems, severities))
    .map((problem) => ({ rule: suppressionUnused, problem, ignored: false }));
  return [...kept, ...(severities[suppressionUnused.code] === 'off' ? [] : unused)]
    .map(({ rule, problem }) => ({ ...problem, severity: severityOf(rule, problem, severities) }))
    .sort(
      (a, b) =>
        a.span.start - b.span.start || a.span.end - b.span.end || (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0),
    );
}

function* everyProblem(facts: Facts): Steps<FoundProblem[]> {
  const { length } = facts.episode.syntax.text;
  return (yield* (facts.index ? askOfIndex : askOfNote)(facts)).map((one) => ({
    ...one,
    problem: { ...one.problem, span: clamp(one.problem.span, length) },
  }));
}

function severityOf(rule: Rule, { severity }: Problem, severities: Severities): Severity {
  const asked = severities[rule.code];
  return asked === undefined || asked === 'off' ? (severity ?? rule.severity) : asked;
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
