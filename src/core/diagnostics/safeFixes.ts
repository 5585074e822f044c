import { parseEpisode } from '../episode/parseEpisode.js';
import { computeFixes } from '../quickFixes/index.js';
import { applyEdits, type TextEdit } from '../text/span.js';
import { computeProblems } from './computeProblems.js';
import type { Facts, Problem, QuickFix } from './rule.js';
import { withText } from './suppressProblem.js';

/** The fix of a problem that may be made unasked, as it cannot change what the author means; undefined where there is none. */
export const safeFix = (facts: Facts, problem: Problem): QuickFix | undefined =>
  computeFixes(facts, problem).find(({ preferred, byHand }) => preferred && byHand !== true);

/** All safe fixes of one text that do not touch each other, as one edit. None where together they would bring a problem. */
export function fixAll(facts: Facts, problems: readonly Problem[]): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const problem of problems) {
    const edits = safeFix(facts, problem)?.edits ?? [];
    if (!edits.some((edit) => chosen.some((one) => touches(one, edit)))) chosen.push(...edits);
  }
  return chosen.length === 0 || isSound(facts, chosen) ? chosen : [];
}

const touches = ({ span: a }: TextEdit, { span: b }: TextEdit): boolean => a.start <= b.end && b.start <= a.end;

function isSound(facts: Facts, edits: readonly TextEdit[]): boolean {
  const episode = parseEpisode(applyEdits(facts.episode.syntax.text, edits), facts.show);
  const codes = (all: readonly Problem[]): string[] => all.map(({ code }) => code);
  const before = codes(computeProblems(facts));
  const after = codes(computeProblems(withText(facts, episode)));
  const count = (all: readonly string[], code: string): number => all.filter((one) => one === code).length;
  return after.every((code) => count(after, code) <= count(before, code));
}
