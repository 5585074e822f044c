import type { Steps } from './steps.js';

/** The same function, computed once for each object: what many rules ask of one version of a note. */
export function oncePer<Subject extends object, Result>(
  compute: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = new WeakMap<Subject, Result>();
  return (subject) => {
    const before = known.get(subject);
    if (before !== undefined) return before;
    const result = compute(subject);
    known.set(subject, result);
    return result;
  };
}

/** The same for what is computed in steps: none of them where it is known. */
export function oncePerInSteps<Subject extends object, Result>(
  compute: (subject: Subject) => Steps<Result>,
): (subject: Subject) => Steps<Result> {
  const known = new WeakMap<Subject, Result>();
  return function* (subject) {
    const result = known.get(subject) ?? (yield* compute(subject));
    known.set(subject, result);
    return result;
  };
}
