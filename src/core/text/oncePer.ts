/** The same function, computed once for each object: what many rules ask of one version of a note. */
export function oncePer<Subject extends object, Result>(
  compute: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = new WeakMap<Subject, Result>();
  return (subject) => {
    const result = known.get(subject) ?? compute(subject);
    known.set(subject, result);
    return result;
  };
}
