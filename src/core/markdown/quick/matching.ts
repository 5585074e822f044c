import type { InlineContext } from '@lezer/markdown';

/** What micromark might read otherwise. */
export const doubt = (cx: InlineContext, from: number, to: number): number => cx.addElement(cx.elt('Doubt', from, to));

/** What a sticky `pattern` finds at `pos`. */
export function matchAt(pattern: RegExp, cx: InlineContext, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos - cx.offset;
  return pattern.exec(cx.text);
}

/** `<a href="…">`, `</a>`, `<br/>`: sticky. */
export const TAG =
  /<(?:\/[a-z][a-z\d-]*[ \n]*|[a-z][a-z\d-]*(?:[ \n]+[a-z:_][\w.:-]*(?:[ \n]*=[ \n]*(?:[^\s"'=<>`/]+|'[^']*'|"[^"]*"))?)*[ \n]*\/?)>/iy;
