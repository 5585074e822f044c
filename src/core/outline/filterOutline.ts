import type { OutlineItem } from './outline.js';
import { isOpen } from './progress.js';

export type OutlineFilter = 'all' | 'open' | 'done';

/** Whether a row stays: a task of that state, and all that stands above one. Notes' other bullets only show in `all`. */
export function matchesFilter(item: OutlineItem, filter: OutlineFilter): boolean {
  if (filter === 'all' || item.checked === (filter === 'done')) return true;
  return filter === 'done' ? item.tasks.done > 0 : isOpen(item.tasks);
}
