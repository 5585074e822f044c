import type { Steps } from '../../core/text/steps.js';

/** Milliseconds of work after which others get their turn. */
export const LONGEST = 20;

/** For long work on the extension host's own thread: `await breath.taken()` now and then. */
export class Breath {
  #since = Date.now();

  async taken(): Promise<void> {
    if (Date.now() - this.#since < LONGEST) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#since = Date.now();
  }

  /** Does work that pauses, with a breath in its pauses. */
  async finish<Result>(steps: Steps<Result>): Promise<Result> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await this.taken();
    }
  }
}
