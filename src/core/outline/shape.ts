import type { OutlineItem } from './outline.js';

/** What an outline says, without where it stands: what a rearrangement is checked against. */
export interface Shape {
  readonly label: string;
  readonly kind: OutlineItem['kind'];
  readonly checked: boolean | null;
  readonly children: readonly Shape[];
}

export type Place = 'before' | 'after' | 'inside';

/** The outline with `change` made: an item may become several, or none. */
export const reshape = (items: readonly OutlineItem[], change: (item: OutlineItem, as: Shape) => Shape[]): Shape[] =>
  items.flatMap((item) => {
    const { label, kind, checked } = item;
    return change(item, { label, kind, checked, children: reshape(item.children, change) });
  });

export const shapeOf = (items: readonly OutlineItem[]): Shape[] => reshape(items, (_, as) => [as]);

/** What is wanted when `moved` is to stand at `place` of `target`; inside means as the last bullet below it. */
export function place(moved: Shape, target: Shape, where: Place): Shape[] {
  if (where === 'before') return [moved, target];
  if (where === 'after') return [target, moved];
  const firstSection = target.children.findIndex(({ kind }) => kind === 'section');
  const at = firstSection < 0 ? target.children.length : firstSection;
  return [{ ...target, children: [...target.children.slice(0, at), moved, ...target.children.slice(at)] }];
}

export const sameShape = (a: readonly Shape[], b: readonly Shape[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => {
    const other = b[at];
    return (
      other !== undefined &&
      one.label === other.label &&
      one.kind === other.kind &&
      one.checked === other.checked &&
      sameShape(one.children, other.children)
    );
  });
