import { Cancelled } from './hostQueues.js';

/** Never resolves; rejects with `Cancelled` when the check is called off. For races with what takes its time. */
export function untilCancelled(signal: AbortSignal): Promise<never> {
  const cancelled = new Promise<never>((_, reject) => {
    const cancel = (): void => reject(new Cancelled());
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
  });
  cancelled.catch(() => undefined);
  return cancelled;
}
