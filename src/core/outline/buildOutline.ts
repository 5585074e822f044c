import { slug } from 'github-slugger';
import { plainWords } from '../markdown/plainWords.js';
import type { Block, Heading, List, ListItem, NoteSyntax } from '../markdown/syntax.js';
import { walkBlocks } from '../markdown/visit.js';
import type { Show } from '../show/show.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import { Lines } from '../text/lines.js';
import { contains, type Span, span } from '../text/span.js';
import type { OutlineItem } from './outline.js';

/**
 * The outline of a note: headings by their levels, lists by their nesting. The title is no section, and the header's
 * list is no part of it unless it holds tasks.
 */
export function buildOutline(syntax: NoteSyntax, title: Heading | null, header: Span, show: Show): OutlineItem[] {
  const builder = new OutlineBuilder(syntax.text, show);
  const blocks = syntax.blocks.filter((block) => block !== title && !(contains(header, block) && !hasTask(block)));
  return builder.sections(blocks, '', 0).items;
}

const hasTask = (block: Block): boolean => {
  for (const inner of walkBlocks([block])) {
    if (inner.kind === 'list' && inner.items.some((item) => item.box !== null)) return true;
  }
  return false;
};

class OutlineBuilder {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #stamp: RegExp | undefined;

  constructor(text: string, show: Show) {
    this.#text = text;
    this.#lines = new Lines(text);
    const domain = escapeRegExp(show.shortLink);
    this.#stamp = domain === '' ? undefined : new RegExp(`(?:^|[ \\t])(${domain}/(\\d+))[ \\t]*$`, 'i');
  }

  /** Items of `blocks` up to the next heading of `depth` or above; `next` is the index of that heading. */
  sections(blocks: readonly Block[], parentId: string, depth: number): { items: OutlineItem[]; next: number } {
    const ids = new Ordinals(parentId);
    const items: OutlineItem[] = [];
    let at = 0;
    while (at < blocks.length) {
      const block = blocks[at];
      if (block?.kind !== 'heading') {
        if (block) items.push(...this.#listsIn([block], ids));
        at += 1;
        continue;
      }
      if (block.depth <= depth) break;
      const id = ids.next(plainWords(block.inlines));
      const inner = this.sections(blocks.slice(at + 1), id, block.depth);
      at += 1 + inner.next;
      items.push(this.#section(block, id, inner.items, blocks[at]?.start ?? this.#text.length));
    }
    return { items, next: at };
  }

  #section(heading: Heading, id: string, children: readonly OutlineItem[], end: number): OutlineItem {
    const first = heading.inlines[0];
    const content = first
      ? span(first.start, heading.inlines.at(-1)?.end ?? heading.end)
      : span(heading.end, heading.end);
    return {
      id,
      kind: 'section',
      label: plainWords(heading.inlines),
      checked: null,
      box: null,
      line: this.#line(heading.start),
      stamp: null,
      content,
      span: span(heading.start, end),
      children,
    };
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
    const id = ids.next(stamp ? words.slice(0, words.length - (stamp.span.end - stamp.span.start)).trim() : words);
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
      children: this.#listsIn(item.blocks, new Ordinals(id)),
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

/** Ids of siblings: the parent's, the label's slug, and an ordinal from the second of the same label on. */
class Ordinals {
  readonly #parent: string;
  readonly #seen = new Map<string, number>();

  constructor(parent: string) {
    this.#parent = parent;
  }

  next(label: string): string {
    const name = slug(label) || '-';
    const count = (this.#seen.get(name) ?? 0) + 1;
    this.#seen.set(name, count);
    const path = this.#parent === '' ? name : `${this.#parent}/${name}`;
    return count === 1 ? path : `${path}~${count}`;
  }
}
