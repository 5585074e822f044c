import type { Episode } from '../episode/episode.js';
import type { Inline, Link } from '../markdown/syntax.js';
import { inlinesOf, walkBlocks } from '../markdown/visit.js';

/** A bare URL right behind a `(`: perhaps the target of a link that Markdown does not see. */
export interface BareTarget {
  /** Offset of the `(`. */
  readonly paren: number;
  readonly urlEnd: number;
  /** Whether a `)` follows the URL. */
  readonly closed: boolean;
  /** Plain text of the line in front of the `(`, up to the last link or code in it. */
  readonly before: string;
  /** Offset of `before`. */
  readonly lineStart: number;
  /** The link that ends right in front of the `(`: this is its second target. */
  readonly behindLink: Link | undefined;
}

/** Every bare URL of a note that stands right behind a `(`. */
export function bareTargets({ syntax }: Episode): BareTarget[] {
  const found: BareTarget[] = [];
  for (const block of walkBlocks(syntax.blocks)) collect(inlinesOf(block), syntax.text, found);
  return found;
}

function collect(inlines: readonly Inline[], text: string, found: BareTarget[]): void {
  inlines.forEach((inline, at) => {
    if (inline.kind === 'emphasis' || inline.kind === 'strong' || inline.kind === 'delete')
      collect(inline.inlines, text, found);
    if (inline.kind !== 'link' || inline.form !== 'bare' || text[inline.start - 1] !== '(') return;
    const before = inlines[at - 1];
    if (before?.kind !== 'text') return;
    const paren = inline.start - 1;
    const lineBreak = Math.max(text.lastIndexOf('\n', paren), text.lastIndexOf('\r', paren)) + 1;
    const lineStart = Math.max(before.start, lineBreak);
    const link = paren === before.start ? inlines[at - 2] : undefined;
    found.push({
      paren,
      urlEnd: inline.end,
      closed: text[inline.end] === ')',
      before: text.slice(lineStart, paren),
      lineStart,
      behindLink: link?.kind === 'link' && link.form === 'inline' ? link : undefined,
    });
  });
}
