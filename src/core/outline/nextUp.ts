import type { OutlineItem } from './outline.js';

const hasOpenTask = (item: OutlineItem): boolean =>
  item.children.some((child) => child.checked === false || hasOpenTask(child));

/** What the host comes to next: the first open task that holds no open one. Undefined where all is done. */
export function findNextUp(outline: readonly OutlineItem[]): OutlineItem | undefined {
  for (const item of outline) {
    const found = item.checked === false && !hasOpenTask(item) ? item : findNextUp(item.children);
    if (found) return found;
  }
  return undefined;
}
