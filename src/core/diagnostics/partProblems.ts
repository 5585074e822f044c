import type { Episode } from '../episode/episode.js';
import { isWhole } from '../episode/perPart.js';
import { moved } from '../markdown/shift.js';
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

/** What the rules find in the parts of a note, at its offsets. A part's are asked again only where they would be told something else. */
export function partProblems({ first, part }: PartRules): (facts: Facts) => readonly FoundProblem[] {
  const known = new WeakMap<Episode, Known>();
  const look = (episode: Episode, facts: Facts, isFirst: boolean): Known => {
    const before = known.get(episode);
    if (before && holds(before, facts)) return before;
    const files = new Map<string, boolean | undefined>();
    const now: Known = { facts, files, found: isWhole(episode) ? ask() : gather() };
    known.set(episode, now);
    return now;

    function ask(): FoundProblem[] {
      const fileExists = (path: string): boolean | undefined => {
        const exists = facts.fileExists(path);
        files.set(path, exists);
        return exists;
      };
      return askRules({ ...facts, episode, fileExists }, isFirst ? first : part);
    }

    function gather(): FoundProblem[] {
      return episode.parts.flatMap(({ start, episode: inner }) => {
        const { files: asked, found } = look(inner, facts, isFirst && start === 0);
        for (const [file, exists] of asked) files.set(file, exists);
        return found.map((one) => ({ ...one, problem: moved(one.problem, start) }));
      });
    }
  };
  return (facts) => look(facts.episode, facts, true).found;
}

export function askRules(facts: Facts, rules: readonly Rule[]): FoundProblem[] {
  const found: FoundProblem[] = [];
  for (const rule of rules)
    for (const problem of rule.check(facts)) found.push({ rule, problem, ignored: isIgnoredUrl(facts, problem) });
  return found;
}

function holds({ facts: old, files }: Known, facts: Facts): boolean {
  const { show, path, archived, archive, verdictOf } = facts;
  if (old.show !== show || old.path !== path || old.archived !== archived) return false;
  if (old.archive !== archive || old.verdictOf !== verdictOf) return false;
  for (const [file, exists] of files) if (facts.fileExists(file) !== exists) return false;
  return true;
}
