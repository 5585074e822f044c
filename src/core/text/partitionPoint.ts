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
