import type { Episode } from '../episode/episode.js';
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
  readonly rules: readonly Rule[];
  readonly files: ReadonlyMap<string, boolean | undefined>;
  readonly found: readonly FoundProblem[];
}

/** By part: the object is another one when its text is. */
const known = new WeakMap<Episode, Known>();

/** What `rules` find in one part of a note, at its own offsets. They are asked again only where they would be told something else. */
export function problemsIn(part: Episode, facts: Facts, rules: readonly Rule[]): readonly FoundProblem[] {
  const before = known.get(part);
  if (before?.rules === rules && holds(before, facts)) return before.found;
  const files = new Map<string, boolean | undefined>();
  const fileExists = (path: string): boolean | undefined => {
    const exists = facts.fileExists(path);
    files.set(path, exists);
    return exists;
  };
  const found = askRules({ ...facts, episode: part, fileExists }, rules);
  known.set(part, { facts, rules, files, found });
  return found;
}

export const askRules = (facts: Facts, rules: readonly Rule[]): FoundProblem[] =>
  rules.flatMap((rule) =>
    rule.check(facts).map((problem) => ({ rule, problem, ignored: isIgnoredUrl(facts, problem) })),
  );

function holds({ facts: old, files }: Known, facts: Facts): boolean {
  const { show, path, archived, archive, verdictOf } = facts;
  if (old.show !== show || old.path !== path || old.archived !== archived) return false;
  if (old.archive !== archive || old.verdictOf !== verdictOf) return false;
  for (const [file, exists] of files) if (facts.fileExists(file) !== exists) return false;
  return true;
}
