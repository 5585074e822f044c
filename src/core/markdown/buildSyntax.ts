import type * as mdast from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Span } from '../text/span.js';
import { textWithBareUrls } from './bareUrls.js';
import { parseHtmlTags } from './htmlTags.js';
import { boxOf, itemContent } from './itemParts.js';
import { sourceParts } from './sourcePositions.js';
import type { Block, Inline, Link, ListItem } from './syntax.js';

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
        return [this.#footnote(node, span), ...this.blocks(node.children)];
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

  #footnote(node: mdast.FootnoteDefinition, { start }: Span): Block {
    const { label } = sourceParts(node);
    // the colon belongs to it
    return { kind: 'footnote', start, end: label ? this.#shift(label).end + 1 : start, identifier: node.identifier };
  }

  #listItem(node: mdast.ListItem): ListItem {
    const span = this.#span(node);
    const parts = sourceParts(node);
    const markerEnd = parts.marker ? this.#shift(parts.marker).end : span.start + 1;
    const marker = { start: span.start, end: markerEnd };
    const first = node.children[0];
    const paragraph = first?.type === 'paragraph' ? this.#span(first) : undefined;
    const box = boxOf(this.#text, parts.box && this.#shift(parts.box), paragraph);
    const content = itemContent(this.#text, marker, box, paragraph);
    return { kind: 'listItem', ...span, marker, box, content, blocks: this.blocks(node.children) };
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
        return textWithBareUrls(this.#text, node.value, span);
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
}
