import { Cancelled } from './hostQueues.js';
import type { Clock } from './ports.js';

/** Waits that all end when the check is called off. */
export class Pauses {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #ends = new Set<() => void>();

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
    const end = (): void => {
      for (const one of this.#ends) one();
    };
    signal.addEventListener('abort', end, { once: true });
  }

  /** Rejects with `Cancelled` when the check is called off. */
  async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      if (this.#signal.aborted) return resolve();
      const end = (): void => {
        cancel();
        this.#ends.delete(end);
        resolve();
      };
      const cancel = this.#clock.after(ms, end);
      this.#ends.add(end);
    });
    if (this.#signal.aborted) throw new Cancelled();
  }
}
