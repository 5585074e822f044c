/** Runs of each measure, and characters of the notes measured. */
export const RUNS = Number(process.env.RUNS ?? 5);
export const SIZES = (process.env.SIZES ?? '6000,100000,1000000').split(',').map(Number);

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
export const sort = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
export const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

/** Median of the runs, and their range. */
export function summary(values: readonly number[]): string {
  const sorted = sort(values);
  return `${ms(quantile(sorted, 0.5))} (${ms(sorted[0] ?? 0)}–${ms(sorted.at(-1) ?? 0)})`;
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
