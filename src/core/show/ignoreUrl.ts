import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { lineEndOf } from '../text/lines.js';
import { span, type TextEdit } from '../text/span.js';

/** Adds a pattern to `ignoreUrls` in the text of `.tgik.json`, all else left as it is; undefined where that is not sound. */
export function ignoreUrl(text: string, pattern: string): TextEdit | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root?.type !== 'object' || errors.length > 0) return undefined;
  const list = findNodeAtLocation(root, ['ignoreUrls']);
  if (list) return list.type === 'array' ? append(list, JSON.stringify(pattern), text) : undefined;
  return append(root, `"ignoreUrls": [${JSON.stringify(pattern)}]`, text);
}

/** Behind the last child, set off as that is from what stands before it. */
function append(parent: Node, written: string, text: string): TextEdit {
  const last = parent.children?.at(-1);
  if (!last) {
    const newLine = parent.type === 'object' ? lineEndOf(text) : '';
    const at = parent.offset + 1;
    return { span: span(at, at), newText: newLine === '' ? written : `${newLine}  ${written}${newLine}` };
  }
  const blanks = /(?<!\s)\s*$/.exec(text.slice(parent.offset + 1, last.offset))?.[0] ?? '';
  const end = last.offset + last.length;
  return { span: span(end, end), newText: `,${blanks === '' ? ' ' : blanks}${written}` };
}
