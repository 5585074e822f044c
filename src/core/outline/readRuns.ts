import { plainWords } from '../markdown/plainWords.js';
import { depthOf } from '../markdown/standIns.js';
import type { Block, Heading, List, ListItem, NoteSyntax } from '../markdown/syntax.js';
import { walkBlocks } from '../markdown/visit.js';
import type { Show } from '../show/show.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import type { Lines } from '../text/lines.js';
import { oncePer } from '../text/oncePer.js';
import { contains, type Span, span } from '../text/span.js';
import { nameOf, Ordinals } from './ordinals.js';
import type { OutlineItem, Progress } from './outline.js';
import { countTasks } from './progress.js';

/**
 * A heading and the items below it up to the next; none before the first, or where a long section goes on. Ids are those
 * below the heading, or below the item it goes on in.
 */
export interface OutlineRun {
  readonly heading: Heading | null;
  readonly label: string;
  /** The label as a part of an id. */
  readonly name: string;
  readonly line: number;
  readonly items: readonly OutlineItem[];
  /** How often each name stands among the items. */
  readonly names: ReadonlyMap<string, number>;
  readonly tasks: Progress;
  /** How many items of the runs before it is in, the last one of each level. */
  readonly depth: number;
}

/**
 * The runs of a note or of a part of one, at its own offsets and lines. The title is no heading of the outline, and the
 * header's list is no part of it unless it holds tasks.
 */
export function readRuns(
  { text, blocks, standIns = '' }: NoteSyntax,
  lines: Lines,
  title: Heading | null,
  header: Span,
  show: Show,
): OutlineRun[] {
  const reader = new ItemReader(text, lines, show);
  const depth = depthOf(standIns);
  const runs: OutlineRun[] = [];
  let heading: Heading | null = null;
  let inner: Block[] = [];
  const close = (): void => {
    if (heading || inner.length > 0) runs.push(reader.run(heading, inner, depth));
    inner = [];
  };
  for (const block of blocks) {
    if (block === title || (contains(header, block) && !hasTask(block))) continue;
    if (block.kind === 'heading') {
      close();
      heading = block;
    } else inner.push(block);
  }
  close();
  return runs;
}

const hasTask = (block: Block): boolean => {
  for (const inner of walkBlocks([block])) {
    if (inner.kind === 'list' && inner.items.some((item) => item.box !== null)) return true;
  }
  return false;
};

/** `tgik.io/086` at the end of a line. */
const stampOf = oncePer(
  ({ shortLink }: Show) => new RegExp(`(?:^|[ \\t])(${escapeRegExp(shortLink)}/(\\d+))[ \\t]*$`, 'i'),
);

class ItemReader {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #stamp: RegExp | undefined;

  constructor(text: string, lines: Lines, show: Show) {
    this.#text = text;
    this.#lines = lines;
    this.#stamp = show.shortLink === '' ? undefined : stampOf(show);
  }

  run(heading: Heading | null, blocks: readonly Block[], depth: number): OutlineRun {
    const ids = new Ordinals('');
    const label = heading ? plainWords(heading.inlines) : '';
    const line = heading ? this.#line(heading.start) : 0;
    const items = this.#listsIn(blocks, ids);
    return { heading, label, name: nameOf(label), line, items, names: ids.seen, tasks: countTasks(items), depth };
  }

  #listsIn(blocks: readonly Block[], ids: Ordinals): OutlineItem[] {
    return blocks.flatMap((block) => {
      if (block.kind === 'list') return this.#list(block, ids);
      if (block.kind === 'blockquote') return this.#listsIn(block.blocks, ids);
      return [];
    });
  }

  #list(list: List, ids: Ordinals): OutlineItem[] {
    return list.items.map((item) => this.#item(item, ids));
  }

  #item(item: ListItem, ids: Ordinals): OutlineItem {
    const first = item.blocks[0];
    const words = item.content.start < item.content.end && first && 'inlines' in first ? plainWords(first.inlines) : '';
    const stamp = this.#stampOf(item);
    const own = stamp ? words.slice(0, words.length - (stamp.span.end - stamp.span.start)).trim() : words;
    const id = ids.next(nameOf(own));
    const children = this.#listsIn(item.blocks, new Ordinals(id));
    return {
      id,
      kind: item.box ? 'task' : 'item',
      label: words,
      checked: item.box?.checked ?? null,
      box: item.box,
      line: this.#line(item.start),
      stamp,
      content: item.content,
      span: span(item.start, item.end),
      children,
      tasks: countTasks(children),
    };
  }

  #stampOf({ content }: ListItem): OutlineItem['stamp'] {
    const line = /^[^\r\n]*/.exec(this.#text.slice(content.start, content.end))?.[0] ?? '';
    const match = this.#stamp?.exec(line);
    const written = match?.[1];
    if (!match || written === undefined) return null;
    const start = content.start + match.index + match[0].indexOf(written);
    return { episode: Number(match[2]), span: span(start, start + written.length) };
  }

  #line(offset: number): number {
    return this.#lines.positionAt(offset).line + 1;
  }
}
