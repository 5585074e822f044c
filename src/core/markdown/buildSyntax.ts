import type * as mdast from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Span } from '../text/span.js';
import { findBareUrls } from './bareUrls.js';
import { parseHtmlTags } from './htmlTags.js';
import { sourceParts } from './sourcePositions.js';
import type { Block, Box, Inline, Link, ListItem } from './syntax.js';

/** `[x]` with nothing behind it: no task in GFM, one to its author. */
const LONE_BOX = /^\[[ xX]\](?=[ \t]*(?:\r?\n|\r|$))/;

/** Converts mdast nodes of `text.slice(base)` to our note syntax with offsets in `text`. */
export class SyntaxBuilder {
  readonly #text: string;
  readonly #base: number;

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  blocks(nodes: readonly mdast.Nodes[]): Block[] {
    return nodes.flatMap((node) => this.#block(node) ?? []);
  }

  #span(node: mdast.Nodes): Span {
    return this.#shift({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });
  }

  #shift({ start, end }: Span): Span {
    return { start: start + this.#base, end: end + this.#base };
  }

  #slice({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }

  #block(node: mdast.Nodes): Block | Block[] | undefined {
    const span = this.#span(node);
    switch (node.type) {
      case 'heading':
        return {
          kind: 'heading',
          ...span,
          depth: node.depth,
          inlines: this.#inlines(node.children),
          plain: plainText(node).trim(),
        };
      case 'paragraph':
        return { kind: 'paragraph', ...span, inlines: this.#inlines(node.children) };
      case 'list':
        return {
          kind: 'list',
          ...span,
          ordered: node.ordered === true,
          items: node.children.map((item) => this.#listItem(item)),
        };
      case 'blockquote':
        return { kind: 'blockquote', ...span, blocks: this.blocks(node.children) };
      case 'footnoteDefinition':
        return this.blocks(node.children);
      case 'code':
        return { kind: 'code', ...span };
      case 'html':
        return { kind: 'html', ...span, tags: parseHtmlTags(this.#slice(span), span.start) };
      case 'definition':
        return this.#definition(node, span);
      case 'table': {
        const cells = node.children.flatMap((row) => row.children);
        return { kind: 'table', ...span, inlines: cells.flatMap((cell) => this.#inlines(cell.children)) };
      }
      case 'thematicBreak':
        return { kind: 'thematicBreak', ...span };
      default:
        return undefined;
    }
  }

  #definition(node: mdast.Definition, span: Span): Block {
    const { label, target } = sourceParts(node);
    const trimmed = label ? this.#inside(this.#shift(label), '[', ']') : { start: span.start, end: span.start };
    return {
      kind: 'definition',
      ...span,
      identifier: node.identifier,
      label: trimmed,
      target: target ? this.#inside(this.#shift(target), '<', '>') : { start: span.end, end: span.end },
      url: node.url,
    };
  }

  #listItem(node: mdast.ListItem): ListItem {
    const span = this.#span(node);
    const parts = sourceParts(node);
    const markerEnd = parts.marker ? this.#shift(parts.marker).end : span.start + 1;
    const marker = { start: span.start, end: markerEnd };
    const first = node.children[0];
    const paragraph = first?.type === 'paragraph' ? this.#span(first) : undefined;
    const box = this.#box(parts.box && this.#shift(parts.box), paragraph);
    const content = this.#itemContent(marker, box, paragraph);
    return { kind: 'listItem', ...span, marker, box, content, blocks: this.blocks(node.children) };
  }

  #box(found: Span | undefined, paragraph: Span | undefined): Box | null {
    if (found !== undefined) {
      const inside = this.#text[found.start + 1] ?? '';
      return /[\r\n]/.test(inside) ? null : { ...found, checked: inside === 'x' || inside === 'X' };
    }
    const lone = paragraph && LONE_BOX.exec(this.#slice(paragraph));
    if (!paragraph || !lone) return null;
    return { start: paragraph.start, end: paragraph.start + 3, checked: lone[0][1] !== ' ' };
  }

  #itemContent(marker: Span, box: Box | null, paragraph: Span | undefined): Span {
    const end = box?.end ?? marker.end;
    if (paragraph === undefined || end >= paragraph.end) return { start: end, end };
    const blanks = /^[ \t]*/.exec(this.#text.slice(Math.max(end, paragraph.start), paragraph.end))?.[0].length ?? 0;
    return { start: Math.max(end, paragraph.start) + blanks, end: paragraph.end };
  }

  #inlines(nodes: readonly mdast.Nodes[]): Inline[] {
    return nodes.flatMap((node) => this.#inline(node) ?? []);
  }

  /** A link's words hold no links: a URL among them is text. */
  #linkWords(nodes: readonly mdast.Nodes[]): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      const span = this.#span(node);
      if (node.type === 'text') return [{ kind: 'text', ...span, value: node.value }];
      if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
        return [{ kind: node.type, ...span, inlines: this.#linkWords(node.children) }];
      }
      return this.#inlines([node]);
    });
  }

  #inline(node: mdast.Nodes): Inline | Inline[] | undefined {
    const span = this.#span(node);
    switch (node.type) {
      case 'text':
        return this.#textWithBareUrls(node.value, span);
      case 'inlineCode':
        return { kind: 'inlineCode', ...span, value: node.value };
      case 'emphasis':
      case 'strong':
      case 'delete':
        return { kind: node.type, ...span, inlines: this.#inlines(node.children) };
      case 'link':
      case 'image':
        return this.#link(node, span);
      case 'linkReference':
      case 'imageReference':
        return {
          kind: 'reference',
          ...span,
          image: node.type === 'imageReference',
          identifier: node.identifier,
          plain: plainText(node),
          inlines: node.type === 'linkReference' ? this.#linkWords(node.children) : [],
        };
      case 'html':
        return { kind: 'htmlInline', ...span, tags: parseHtmlTags(this.#slice(span), span.start) };
      case 'break':
        return { kind: 'break', ...span };
      case 'footnoteReference':
        return { kind: 'footnoteReference', ...span };
      default:
        return undefined;
    }
  }

  #link(node: mdast.Link | mdast.Image, span: Span): Link {
    const { label, target } = sourceParts(node);
    const plain = plainText(node);
    if (target === undefined) {
      // `<https://…>` or a bare URL: label and target are the same characters
      const autolink = this.#text[span.start] === '<';
      const inner = autolink ? { start: span.start + 1, end: span.end - 1 } : span;
      const form = autolink ? 'autolink' : 'bare';
      const url = (node as mdast.Link).url;
      return { kind: 'link', form, ...span, label: inner, target: inner, url, plain, inlines: [] };
    }
    const image = node.type === 'image';
    const afterBracket = span.start + (image ? 2 : 1);
    return {
      kind: 'link',
      form: image ? 'image' : 'inline',
      ...span,
      label: label ? this.#shift(label) : { start: afterBracket, end: afterBracket },
      target: this.#inside(this.#shift(target), '<', '>'),
      url: node.url,
      plain,
      inlines: node.type === 'link' ? this.#linkWords(node.children) : [],
    };
  }

  /** Without the brackets, where there are any. */
  #inside(span: Span, open: string, close: string): Span {
    const bracketed = this.#text[span.start] === open && this.#text[span.end - 1] === close;
    return bracketed ? { start: span.start + 1, end: span.end - 1 } : span;
  }

  /** GFM links bare URLs also where its tokenizer leaves them as text, such as behind an open `[`. */
  #textWithBareUrls(value: string, span: Span): Inline[] {
    const source = this.#slice(span);
    const urls = findBareUrls(source, this.#text[span.start - 1] ?? '');
    if (urls.length === 0) return [{ kind: 'text', ...span, value }];
    const inlines: Inline[] = [];
    let last = 0;
    const text = (start: number, end: number): void => {
      if (start < end) inlines.push({ kind: 'text', ...at(start, end), value: source.slice(start, end) });
    };
    const at = (start: number, end: number): Span => ({ start: span.start + start, end: span.start + end });
    for (const { start, end } of urls) {
      text(last, start);
      const url = source.slice(start, end);
      const here = at(start, end);
      const href = /^www\./i.test(url) ? `http://${url}` : url;
      inlines.push({
        kind: 'link',
        form: 'bare',
        ...here,
        label: here,
        target: here,
        url: href,
        plain: url,
        inlines: [],
      });
      last = end;
    }
    text(last, source.length);
    return inlines;
  }
}
