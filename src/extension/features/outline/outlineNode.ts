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
}

/** Whether two versions of an item look the same: its own words and box, and the count of the tasks below it. */
function sameRow(a: OutlineItem, b: OutlineItem): boolean {
  const own = a.kind === b.kind && a.label === b.label && a.checked === b.checked && a.line === b.line;
  const [before, after] = [countTasks(a.children), countTasks(b.children)];
  return own && before.done === after.done && before.total === after.total;
}

/** Carries rows over to a new outline: same id under the same parent, same row. */
export function updateNodes(before: readonly OutlineNode[], items: readonly OutlineItem[]): OutlineChange {
  const changed: OutlineNode[] = [];
  const { nodes, moved } = update(before, items, undefined, changed);
  return { roots: nodes, changed: moved ? undefined : changed };
}

function update(
  before: readonly OutlineNode[],
  items: readonly OutlineItem[],
  parent: OutlineNode | undefined,
  changed: OutlineNode[],
): { nodes: OutlineNode[]; moved: boolean } {
  const known = new Map(before.map((node) => [node.item.id, node]));
  const nodes = items.map((item) => {
    const node = known.get(item.id);
    const made: OutlineNode = node ?? { item, parent, children: [] };
    const inner = update(made.children, item.children, made, changed);
    if (node && (inner.moved || !sameRow(node.item, item))) changed.push(node);
    made.item = item;
    made.children = inner.nodes;
    return made;
  });
  const moved = nodes.length !== before.length || nodes.some((node, at) => node !== before[at]);
  return { nodes, moved };
}
