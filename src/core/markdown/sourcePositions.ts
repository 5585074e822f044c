import type { Nodes } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type { Span } from '../text/span.js';

/** What mdast leaves out: where inside a node its parts stand. */
export interface SourceParts {
  /** Between the brackets. */
  label?: Span;
  /** The URL as written; empty where the parentheses are. */
  target?: Span;
  /** The bullet or number of a list item. */
  marker?: Span;
  /** `[x]` */
  box?: Span;
}

interface Token {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

const partsOf = new WeakMap<object, SourceParts>();

/** Parts noted while `node` was compiled. */
export const sourceParts = (node: Nodes): SourceParts => partsOf.get(node) ?? {};

function note(node: object | undefined, part: keyof SourceParts, token: Token, overwrite = true): void {
  if (node === undefined) return;
  const parts = partsOf.get(node) ?? {};
  if (!overwrite && parts[part] !== undefined) return;
  parts[part] = { start: token.start.offset, end: token.end.offset };
  partsOf.set(node, parts);
}

/**
 * An extension for mdast-util-from-markdown that notes positions from micromark's tokens and changes nothing else:
 * it handles only tokens that have no handler of their own.
 */
export const sourcePositions: Extension = {
  enter: {
    labelText(token) {
      note(this.stack.at(-2), 'label', token);
    },
    resourceMarker(token) {
      // `(` comes first: an empty target stands right behind it
      const behind = { start: token.end, end: token.end };
      note(this.stack.at(-1), 'target', behind, false);
    },
    resourceDestination(token) {
      note(this.stack.at(-1), 'target', token);
    },
    definitionDestination(token) {
      note(this.stack.at(-1), 'target', token);
    },
    definitionLabel(token) {
      note(this.stack.at(-1), 'label', token);
    },
    gfmFootnoteDefinitionLabel(token) {
      note(this.stack.at(-1), 'label', token);
    },
    listItemMarker(token) {
      note(this.stack.at(-1), 'marker', token);
    },
    taskListCheck(token) {
      note(this.stack.at(-2), 'box', token);
    },
  },
};
