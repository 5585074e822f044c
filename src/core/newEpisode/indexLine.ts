import type { Archive } from '../archive/archive.js';
import type { IndexEntry } from '../archive/episodeIndex.js';
import { formatNumber } from '../show/show.js';
import { lineEndOf } from '../text/lines.js';
import { applyEdits, slice, span } from '../text/span.js';

/** The index with one new line on top, in the style of the line below it; existing lines stay as they are. */
export function addIndexLine(archive: Archive, number: number, title: string, path: string): string | null {
  const { index, show } = archive;
  if (index === null) return null;
  const { text, entries } = index;
  const eol = lineEndOf(text);
  const top = entries.find((entry) => entry.numberSpan !== null);
  const target = encodeURI(relativeTo(show.index, path));
  const line = top
    ? lineLike(text, top, formatNumber(show, number), title, target)
    : `- [${formatNumber(show, number)}: ${escapeLabel(title)}](${target})`;
  if (top)
    return applyEdits(text, [
      { span: span(top.line.start, top.line.start), newText: line + eol + indentOf(text, top) },
    ]);
  const gap = text === '' || text.endsWith(eol + eol) ? '' : text.endsWith(eol) ? eol : eol + eol;
  return text + gap + line + eol;
}

/** The bullet, separator and all around number, title and target are those of `entry`. */
function lineLike(text: string, entry: IndexEntry, number: string, title: string, target: string): string {
  const { line, numberSpan, targetSpan } = entry;
  const label = slice(text, span(numberSpan?.end ?? line.start, targetSpan.start));
  const separator = /^\s*[:–—-]\s*/.exec(label)?.[0] ?? ': ';
  const beforeTarget = label.slice(label.lastIndexOf(']'));
  return (
    slice(text, span(line.start, numberSpan?.start ?? line.start)) +
    number +
    separator +
    escapeLabel(title) +
    beforeTarget +
    target +
    closing(text, entry)
  );
}

/** `)` or `>)`, without what may follow on the line. */
const closing = (text: string, { targetSpan, line }: IndexEntry): string =>
  /^>?\)/.exec(slice(text, span(targetSpan.end, line.end)))?.[0] ?? ')';

const indentOf = (text: string, { line }: IndexEntry): string =>
  /(?<![ \t])[ \t]*$/.exec(text.slice(0, line.start))?.[0] ?? '';

/** `[` and `]` would end the link's words. */
const escapeLabel = (title: string): string => title.replace(/[\\[\]]/g, '\\$&');

/** `episodes/093/README.md` as seen from the index file's folder. */
function relativeTo(index: string, path: string): string {
  const from = index.split('/').slice(0, -1);
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
