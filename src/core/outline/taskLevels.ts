import type { OutlineItem } from './outline.js';

/** An item's words without the stamp. */
export const topicName = ({ label, stamp }: OutlineItem): string =>
  stamp ? label.slice(0, Math.max(0, label.length - (stamp.span.end - stamp.span.start))).trim() : label;

/** Tasks by how deep they stand in their list, whatever stands above them. */
export function taskLevels(
  items: readonly OutlineItem[],
  depth = 0,
  levels: (OutlineItem[] | undefined)[] = [],
): (OutlineItem[] | undefined)[] {
  for (const item of items) {
    const inList = item.kind !== 'section';
    if (item.checked !== null) {
      const level = levels[depth] ?? [];
      levels[depth] = level;
      level.push(item);
    }
    taskLevels(item.children, inList ? depth + 1 : depth, levels);
  }
  return levels;
}

/** Ticked, but most of what it holds is still open: the author goes on with it. */
export function isHalfDone({ checked, tasks: { done, total } }: OutlineItem): boolean {
  return checked === true ? total - done > done : done > 0;
}
