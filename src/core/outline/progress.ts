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
export function countTasks(items: readonly Pick<OutlineItem, 'checked' | 'tasks'>[]): Progress {
  let done = 0;
  let total = 0;
  for (const { checked, tasks } of items) {
    done += tasks.done + (checked ? 1 : 0);
    total += tasks.total + (checked === null ? 0 : 1);
  }
  return { done, total };
}

export function sumOf(counts: readonly Progress[]): Progress {
  let [done, total] = [0, 0];
  for (const one of counts) {
    done += one.done;
    total += one.total;
  }
  return { done, total };
}

/** Whether some of the tasks are open. */
export const isOpen = ({ done, total }: Progress): boolean => done < total;
