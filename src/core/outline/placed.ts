import { moveSpan, type Span } from '../text/span.js';
import type { OutlineItem, Progress } from './outline.js';
import type { OutlineRun } from './readRuns.js';

/** A run of a part, and where that part begins in the note: characters and lines in front of it. */
export interface PlacedRun {
  readonly run: OutlineRun;
  readonly start: number;
  readonly line: number;
}

/** An item of a run where it stands in the note. There are many, of which few are asked where that is. */
export class Placed implements OutlineItem {
  readonly id: string;
  readonly #item: OutlineItem;
  readonly #placed: PlacedRun;
  #children: readonly OutlineItem[] | undefined;

  constructor(id: string, item: OutlineItem, placed: PlacedRun) {
    this.id = id;
    this.#item = item;
    this.#placed = placed;
  }

  get made(): OutlineItem | readonly PlacedRun[] {
    return this.#item;
  }

  get kind(): OutlineItem['kind'] {
    return this.#item.kind;
  }

  get label(): string {
    return this.#item.label;
  }

  get checked(): boolean | null {
    return this.#item.checked;
  }

  get box(): OutlineItem['box'] {
    const { box } = this.#item;
    return box && { ...this.#move(box), checked: box.checked };
  }

  get line(): number {
    return this.#item.line + this.#placed.line;
  }

  get stamp(): OutlineItem['stamp'] {
    const { stamp } = this.#item;
    return stamp && { ...stamp, span: this.#move(stamp.span) };
  }

  get content(): Span {
    return this.#move(this.#item.content);
  }

  get span(): Span {
    return this.#move(this.#item.span);
  }

  get tasks(): Progress {
    return this.#item.tasks;
  }

  get children(): readonly OutlineItem[] {
    const { id, children } = this.#item;
    this.#children ??= children.map((child) => new Placed(this.id + child.id.slice(id.length), child, this.#placed));
    return this.#children;
  }

  #move(at: Span): Span {
    return moveSpan(at, this.#placed.start);
  }

  toJSON(): OutlineItem {
    return plainItem(this);
  }
}

/** All that an item says, worked out. */
export function plainItem(item: OutlineItem): OutlineItem {
  const { id, kind, label, checked, box, line, stamp, content, span, children, tasks } = item;
  return { id, kind, label, checked, box, line, stamp, content, span, children, tasks };
}
