/** Work that pauses now and then, so that others get their turn, and gives its result at the end. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Items from pause to pause. */
const STEP = 200;

export function* mapInSteps<T, R>(items: readonly T[], map: (item: T, at: number) => R): Steps<R[]> {
  const results: R[] = [];
  for (const [at, item] of items.entries()) {
    if (at % STEP === STEP - 1) yield;
    results.push(map(item, at));
  }
  return results;
}

/** Does the work without a pause. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
