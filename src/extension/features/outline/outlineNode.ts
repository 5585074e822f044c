import type { OutlineItem } from '../../../core/outline/outline.js';
import { countTasks } from '../../../core/outline/progress.js';

/** One row of the tree. Rows keep their identity from version to version of a note; `item` is that of the newest. */
export interface OutlineNode {
  item: OutlineItem;
  readonly parent: OutlineNode | undefined;
  children: readonly OutlineNode[];
}

/** What a new version changed: rows whose own words or box differ, and rows whose children do. */
export interface OutlineChange {
  readonly roots: readonly OutlineNode[];
  /** Rows to show anew; undefined where the top level itself has changed. */
  readonly changed: readonly OutlineNode[] | undefined;
  /** Rows of which only the count of tasks below has changed: they may wait. */
  readonly counted: readonly OutlineNode[];
}

const sameRow = (a: OutlineItem, b: OutlineItem): boolean =>
  a.kind === b.kind && a.label === b.label && a.checked === b.checked && a.line === b.line;

function sameCount(a: OutlineItem, b: OutlineItem): boolean {
  const [before, after] = [countTasks(a.children), countTasks(b.children)];
  return before.done === after.done && before.total === after.total;
}

/** Carries rows over to a new outline: same id under the same parent, same row. */
export function updateNodes(before: readonly OutlineNode[], items: readonly OutlineItem[]): OutlineChange {
  const changes: Changes = { changed: [], counted: [] };
  const { nodes, moved } = update(before, items, undefined, changes);
  return { roots: nodes, changed: moved ? undefined : changes.changed, counted: changes.counted };
}

interface Changes {
  readonly changed: OutlineNode[];
  readonly counted: OutlineNode[];
}

function update(
  before: readonly OutlineNode[],
  items: readonly OutlineItem[],
  parent: OutlineNode | undefined,
  changes: Changes,
): { nodes: OutlineNode[]; moved: boolean } {
  const known = new Map(before.map((node) => [node.item.id, node]));
  const nodes = items.map((item) => {
    const node = known.get(item.id);
    const made: OutlineNode = node ?? { item, parent, children: [] };
    const inner = update(made.children, item.children, made, changes);
    if (node && (inner.moved || !sameRow(node.item, item))) changes.changed.push(node);
    else if (node && !sameCount(node.item, item)) changes.counted.push(node);
    made.item = item;
    made.children = inner.nodes;
    return made;
  });
  const moved = nodes.length !== before.length || nodes.some((node, at) => node !== before[at]);
  return { nodes, moved };
}
