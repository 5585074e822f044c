import { endsInBlankLine, lineStart } from '../text/lines.js';
import { mayGoOn } from './cuts.js';
import { markerAt, standInAt } from './standIns.js';
import type { Block, List, ListItem } from './syntax.js';

/** Characters of a section behind which it is cut further. */
export const LONG = 600;

/** A place in front of which a note is cut. */
export interface ChosenCut {
  readonly at: number;
  /** What stands for the items that what follows is in. */
  readonly standIns: string;
}

/**
 * Where a text is cut: at its beginning, which is in the items that `standIns` stand for, in front of each top-level
 * heading that begins a line, and in long sections in front of an item of a list, a definition, or words behind a blank
 * line. What follows a cut stands in the same items up to the next cut. Undefined where that cannot be.
 */
export function chooseCuts(text: string, blocks: readonly Block[], standIns: string): ChosenCut[] | undefined {
  const chooser = new CutChooser(text, standIns);
  return chooser.look(blocks) ? chooser.cuts : undefined;
}

/** A bare URL (`outline.loose-children`), or a task without words (`outline.empty-item`). */
const WITH_OTHERS = /[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:<?https?:|\[[ xX]\][ \t]*(?:[\r\n]|$))/iy;

/** Whether the item at an offset is judged together with the one above it: both are in one part. */
export function standsWithOthers(text: string, at: number): boolean {
  WITH_OTHERS.lastIndex = at;
  return WITH_OTHERS.test(text);
}
/** Begins a paragraph whatever stands behind it. */
const WORDS = /^[^-+*>#[|\s\d]/;

class CutChooser {
  readonly cuts: ChosenCut[];
  readonly #text: string;
  readonly #standIns: string;
  /** The last definition that may belong to a footnote: so may those right behind it. */
  #doubtful = -1;

  constructor(text: string, standIns: string) {
    this.cuts = [{ at: 0, standIns }];
    this.#text = text;
    this.#standIns = standIns;
  }

  /** Whether what stands behind cuts in items is cut off from them. */
  look(blocks: readonly Block[]): boolean {
    return blocks.every((block, at) => {
      const [above, behind] = [blocks[at - 1], blocks[at + 1]];
      const opens = this.#opens(block);
      if (above && (opens || ((this.#isIn('') || this.#isLong(block.start)) && this.#stands(block, above))))
        this.#cut(block.start, '');
      else if (above && this.#isIn('')) return false;
      if (block.kind !== 'list') return true;
      return this.#lookIn(block, '', !behind || this.#opens(behind) || this.#stands(behind, block));
    });
  }

  /** `mayEnd`: whether what stands behind the list may be cut off. */
  #lookIn({ items }: List, standIns: string, mayEnd: boolean): boolean {
    return items.every((item, at) => {
      const [above, behind] = [items[at - 1], items[at + 1]];
      const begins = lineStart(this.#text, Math.max(item.start, 0));
      if (above && (this.#isIn(standIns) || this.#isLong(begins)) && this.#goesOnAt(above, item))
        this.#cut(begins, standIns);
      else if (above && this.#isIn(standIns)) return false;
      if (item.start < 0) return this.#lookInNowhere(item, standIns);
      const inner = item.blocks.at(-1);
      // what is in an item is cut only where it would be long as a whole
      if (inner?.kind !== 'list' || !this.#isLong(item.end - LONG)) return true;
      const within = standIns + (standInAt(this.#text, item.start) ?? '');
      const isFirm = within !== standIns && !standsWithOthers(this.#text, begins);
      if (!isFirm || !(behind ? this.#goesOnAt(item, behind) : mayEnd)) return true;
      return this.#lookIn(inner, within, true);
    });
  }

  /** Of an item that is nowhere. */
  #lookInNowhere({ blocks: [inner, ...more] }: ListItem, standIns: string): boolean {
    if (inner?.kind !== 'list' || more.length > 0) return false;
    const [standIn = ''] = this.#standIns.slice(standIns.length).split(/(?<=\n\n)/);
    return this.#lookIn(inner, standIns + standIn, true);
  }

  #cut(at: number, standIns: string): void {
    this.cuts.push({ at, standIns });
  }

  /** Whether the last cut stands deeper than some items. */
  #isIn(standIns: string): boolean {
    return (this.cuts.at(-1)?.standIns.length ?? 0) > standIns.length;
  }

  #isLong(to: number): boolean {
    return to - (this.cuts.at(-1)?.at ?? 0) >= LONG;
  }

  #startsLine(at: number): boolean {
    return /[\r\n]/.test(this.#text[at - 1] ?? '');
  }

  #opens({ kind, start }: Block): boolean {
    return kind === 'heading' && this.#text[start] === '#' && this.#startsLine(start);
  }

  /** Whether a block is what it is wherever it stands. */
  #stands({ kind, start }: Block, above: Block): boolean {
    if (!this.#startsLine(start)) return false;
    if (kind === 'definition') {
      const isNext = above.start === this.#doubtful && !endsInBlankLine(this.#text.slice(above.end, start));
      if (isNext || mayGoOn(this.#text.slice(this.cuts.at(-1)?.at, start))) this.#doubtful = start;
      return this.#doubtful !== start;
    }
    const words = WORDS.test(this.#text.slice(start, start + 1));
    return kind === 'paragraph' && words && endsInBlankLine(this.#text.slice(above.end, start));
  }

  /** Whether a part may begin with an item that stands behind another. */
  #goesOnAt(above: ListItem, { start }: ListItem): boolean {
    const begins = lineStart(this.#text, start);
    const marker = markerAt(this.#text, begins);
    const isOwn = marker !== undefined && start === begins + marker.search(/\S/);
    return isOwn && above.end <= begins && !standsWithOthers(this.#text, begins);
  }
}
