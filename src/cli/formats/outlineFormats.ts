import type { OutlineItem, OutlineKind } from '../../core/outline/outline.js';
import { plainLine } from '../io.js';

/** One item of an outline as JSON. A public interface: fields are added, never changed. */
export interface JsonItem {
  readonly id: string;
  readonly kind: OutlineKind;
  readonly label: string;
  readonly checked: boolean | null;
  /** 1-based. */
  readonly line: number;
  readonly children: readonly JsonItem[];
}

export const jsonItem = ({ id, kind, label, checked, line, children }: OutlineItem): JsonItem => ({
  id,
  kind,
  label,
  checked,
  line,
  children: children.map(jsonItem),
});

const MARKS = { section: '# ', item: '- ', task: '' } as const satisfies Record<OutlineKind, string>;

/** `[x] kubelet`, `- a plain bullet`, `# A section`; two blanks for every level. */
export const outlineLines = (items: readonly OutlineItem[], depth = 1): string[] =>
  items.flatMap((item) => {
    const box = item.checked === null ? '' : item.checked ? '[x] ' : '[ ] ';
    const line = `${'  '.repeat(depth)}${MARKS[item.kind]}${box}${plainLine(item.label)}`;
    return [line.trimEnd(), ...outlineLines(item.children, depth + 1)];
  });
