import type { Episode } from '../episode/episode.js';
import { isWhole } from '../episode/perPart.js';
import { moved } from '../markdown/shift.js';
import type { Steps } from '../text/steps.js';
import type { Facts, Problem, Rule } from './rule.js';
import { isIgnoredUrl } from './suppressions.js';

/** A problem, who found it, and whether the show ignores the URL it speaks of. */
export interface FoundProblem {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly ignored: boolean;
}

interface Known {
  readonly facts: Facts;
  readonly files: ReadonlyMap<string, boolean | undefined>;
  readonly found: readonly FoundProblem[];
}

/** The rules for the part with title and header, and those for any other. */
export interface PartRules {
  readonly first: readonly Rule[];
  readonly part: readonly Rule[];
}

/**
 * What the rules find in the parts of a note, at its offsets, with a pause behind each rule and each part. A part's are
 * asked again only where they would be told something else.
 */
export function partProblems({ first, part }: PartRules): (facts: Facts) => Steps<readonly FoundProblem[]> {
  const known = new WeakMap<Episode, Known>();
  function* look(episode: Episode, facts: Facts, isFirst: boolean): Steps<Known> {
    const before = known.get(episode);
    if (before && holds(before, facts)) return before;
    const files = new Map<string, boolean | undefined>();
    const now: Known = { facts, files, found: yield* isWhole(episode) ? ask() : gather() };
    known.set(episode, now);
    yield;
    return now;

    function* ask(): Steps<FoundProblem[]> {
      const fileExists = (path: string): boolean | undefined => {
        const exists = facts.fileExists(path);
        files.set(path, exists);
        return exists;
      };
      return yield* askRules({ ...facts, episode, fileExists }, isFirst ? first : part);
    }

    function* gather(): Steps<FoundProblem[]> {
      const all: FoundProblem[] = [];
      for (const { start, episode: inner } of episode.parts) {
        const { files: asked, found } = yield* look(inner, facts, isFirst && start === 0);
        for (const [file, exists] of asked) files.set(file, exists);
        for (const one of found) all.push({ ...one, problem: moved(one.problem, start) });
      }
      return all;
    }
  }
  return function* (facts) {
    return (yield* look(facts.episode, facts, true)).found;
  };
}

/** With a pause behind each rule. */
export function* askRules(facts: Facts, rules: readonly Rule[]): Steps<FoundProblem[]> {
  const found: FoundProblem[] = [];
  for (const rule of rules) {
    for (const problem of rule.check(facts)) found.push({ rule, problem, ignored: isIgnoredUrl(facts, problem) });
    yield;
  }
  return found;
}

function holds({ facts: old, files }: Known, facts: Facts): boolean {
  const { show, path, archived, archive, verdictOf } = facts;
  if (old.show !== show || old.path !== path || old.archived !== archived) return false;
  if (old.archive !== archive || old.verdictOf !== verdictOf) return false;
  for (const [file, exists] of files) if (facts.fileExists(file) !== exists) return false;
  return true;
}
