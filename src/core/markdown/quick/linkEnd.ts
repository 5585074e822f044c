import { type DelimiterType, type Element, InlineContext, type InlineParser } from '@lezer/markdown';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { oncePer } from '../../text/oncePer.js';
import type { Labels } from '../labels.js';
import { doubt, matchAt } from './matching.js';

/** What lezer keeps of a paragraph while it reads it: elements, and delimiters that may open or close something. */
interface Parts {
  readonly parts: (Delimiter | null)[];
}
interface Delimiter {
  readonly type: DelimiterType;
  readonly from: number;
  readonly to: number;
  /** 0 for brackets around a link: they open no other. */
  side: number;
}

/** The brackets of a paragraph that are still open, each found once however many parts there are. */
class OpenBrackets {
  readonly #parts: Parts['parts'];
  readonly #at: number[] = [];
  #seen = 0;

  constructor(cx: InlineContext) {
    this.#parts = (cx as unknown as Parts).parts;
  }

  /** Where they stand among the parts. */
  get all(): readonly number[] {
    for (; this.#seen < this.#parts.length; this.#seen++) {
      const type = this.#parts[this.#seen]?.type;
      if (type === InlineContext.linkStart || type === InlineContext.imageStart) this.#at.push(this.#seen);
    }
    return this.#at;
  }

  /** The last one is words after all, or a link with what follows it. */
  close(): void {
    this.#at.pop();
    this.#seen = Math.min(this.#seen, this.#parts.length);
  }
}

/** Those of the paragraph that is being read. */
export const openBrackets = oncePer((cx: InlineContext) => new OpenBrackets(cx));

/** `(https://… "title")` */
const RESOURCE =
  /\(( *)(?:(?:<([^<>\n\\]*)>|((?:[^\s\p{Cc}()<\\]|\([^\s\p{Cc}()\\]*\))(?:[^\s\p{Cc}()\\]|\([^\s\p{Cc}()\\]*\))*))(?: +(?:"[^"\\\n]*"|'[^'\\\n]*'))? *)?\)/uy;

/** `[id]` behind a link's text */
const FULL = /\[([^[\]\\\n]*)\]/y;

/** What follows a link's text: its target, or the label of a definition. */
interface LinkTail {
  readonly end: number;
  readonly target: Element;
}

/**
 * `[text](target)`, `[text][id]`, `[id]` and the same with `!`; other brackets are words. `labels` are what the
 * note defines.
 */
export const linkEnd = (labels: Labels): InlineParser => ({
  name: 'LinkEnd',
  parse(cx, next, pos) {
    if (next !== 93) return -1;
    const { parts } = cx as unknown as Parts;
    const brackets = openBrackets(cx);
    const at = brackets.all.at(-1) ?? -1;
    const opener = parts[at];
    if (!opener) return -1;
    const tail = opener.side === 0 ? undefined : tailOf(cx, opener.to, pos, labels);
    if (tail === undefined) {
      parts[at] = null;
      brackets.close();
      return -1;
    }
    if (tail === 'doubt') return doubt(cx, pos, pos + 1);
    const content: Element[] = cx.takeContent(at);
    content.push(cx.elt('LinkMark', pos, pos + 1), tail.target);
    brackets.close();
    const image = opener.type === InlineContext.imageStart;
    if (!image)
      for (const other of brackets.all)
        if (parts[other]?.type === InlineContext.linkStart) (parts[other] as Delimiter).side = 0;
    return cx.addElement(cx.elt(image ? 'Image' : 'Link', opener.from, tail.end, content));
  },
});

/** What follows the `]` at `close`; undefined where that makes no link. */
function tailOf(cx: InlineContext, from: number, close: number, labels: Labels): LinkTail | 'doubt' | undefined {
  const next = cx.char(close + 1);
  if (next === 40) return resourceAt(cx, close + 1) ?? 'doubt';
  if (labels.size === 0) return undefined;
  const label = cx.elt('LinkLabel', from, close);
  const isDefined = labels.has(`[${normalizeIdentifier(cx.slice(from, close))}`);
  if (next !== 91) return isDefined ? { end: close + 1, target: label } : undefined;
  const full = matchAt(FULL, cx, close + 1)?.[1];
  if (full === undefined) return 'doubt';
  const end = close + 3 + full.length;
  if (full === '') return isDefined ? { end, target: label } : undefined;
  if (labels.has(`[${normalizeIdentifier(full)}`)) return { end, target: cx.elt('LinkLabel', close + 2, end - 1) };
  return isDefined ? 'doubt' : undefined;
}

function resourceAt(cx: InlineContext, pos: number): LinkTail | undefined {
  const resource = matchAt(RESOURCE, cx, pos);
  if (!resource) return undefined;
  const [all, blanks = '', inAngles, raw = ''] = resource;
  const start = pos + 1 + (inAngles !== undefined ? blanks.length + 1 : raw === '' ? 0 : blanks.length);
  return { end: pos + all.length, target: cx.elt('URL', start, start + (inAngles ?? raw).length) };
}
