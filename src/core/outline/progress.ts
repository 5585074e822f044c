import type { OutlineItem, Progress } from './outline.js';

/** Every item below some roots, parents before children. */
export function walkOutline(items: readonly OutlineItem[], found: OutlineItem[] = []): OutlineItem[] {
  for (const item of items) {
    found.push(item);
    walkOutline(item.children, found);
  }
  return found;
}

/** Counts tasks at every level; a parent's box counts like any other. */
export function countTasks(items: readonly OutlineItem[]): Progress {
  let done = 0;
  let total = 0;
  for (const { checked, children } of items) {
    const below = countTasks(children);
    done += below.done + (checked ? 1 : 0);
    total += below.total + (checked === null ? 0 : 1);
  }
  return { done, total };
}
