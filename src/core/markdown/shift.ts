/** One replacement: `[start, end)` of the old text became `[start, newEnd)` of the new. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

type Node = { readonly [key: string]: unknown };

/**
 * A node, or nodes, as after a change that lies behind its start or before it. What ends before the change is the
 * same object as before. `replaced` stands where `old` stood.
 */
export function shift<T extends object>(node: T, change: Change, old?: object, replaced?: object): T {
  return shifted(node, change, old, replaced) as T;
}

function shifted(node: unknown, change: Change, old: object | undefined, replaced: object | undefined): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (node === old) return replaced;
  if (Array.isArray(node)) return node.map((one) => shifted(one, change, old, replaced));
  const { start, end } = node as Node;
  if (typeof end === 'number' && end < change.start) return node;
  const delta = change.newEnd - change.end;
  if (delta === 0 && typeof start === 'number' && start > change.end) return node;
  const copy: Record<string, unknown> = { ...node };
  for (const key in copy) {
    const value = copy[key];
    if (typeof value === 'object' && value !== null) copy[key] = shifted(value, change, old, replaced);
  }
  if (typeof start === 'number' && start > change.end) copy.start = start + delta;
  if (typeof end === 'number' && end >= change.end) copy.end = end + delta;
  return copy;
}

/** Nodes as they are where their text stands `by` characters further on. */
export const moved = <T extends object>(nodes: T, by: number): T =>
  by === 0 ? nodes : shift(nodes, { start: -1, end: -1, newEnd: by - 1 });
