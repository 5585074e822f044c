import type { Span } from './span.js';

/**
 * How many places at the front of a sorted list hold: asked of a few, not of all. `holds` is true of the first ones and
 * of none behind them (https://en.cppreference.com/w/cpp/algorithm/partition_point).
 */
export function partitionPoint(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of `items`, in the order of the text, start before `offset`. */
export const countBefore = (items: readonly { readonly span: Span }[], offset: number): number =>
  partitionPoint(items.length, (at) => (items[at]?.span.start ?? 0) < offset);
