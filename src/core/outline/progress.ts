import type { OutlineItem, Progress } from './outline.js';

/** Every item below some roots, parents before children. */
export function* walkOutline(items: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of items) {
    yield item;
    yield* walkOutline(item.children);
  }
}

/** Counts tasks at every level; a parent's box counts like any other. */
export function countTasks(items: readonly OutlineItem[]): Progress {
  let done = 0;
  let total = 0;
  for (const { checked } of walkOutline(items)) {
    if (checked === null) continue;
    total += 1;
    if (checked) done += 1;
  }
  return { done, total };
}
