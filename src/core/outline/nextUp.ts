import type { OutlineItem } from './outline.js';
import { isOpen } from './progress.js';

/** What the host comes to next: the first open task that holds no open one. Undefined where all is done. */
export function findNextUp(outline: readonly OutlineItem[]): OutlineItem | undefined {
  const item = outline.find(({ checked, tasks }) => checked === false || isOpen(tasks));
  return item && isOpen(item.tasks) ? findNextUp(item.children) : item;
}
