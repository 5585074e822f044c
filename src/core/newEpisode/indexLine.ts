import type { Archive } from '../archive/archive.js';
import type { EpisodeIndex, IndexEntry } from '../archive/episodeIndex.js';
import { formatNumber, type Show } from '../show/show.js';
import { lineEndOf, lineStart } from '../text/lines.js';
import { applyEdits, slice, span } from '../text/span.js';

/** The index with one new line on top, in the style of the line below it; existing lines stay as they are. */
export function addIndexLine(archive: Archive, number: number, title: string, path: string): string | null {
  const { index } = archive;
  if (index === null) return null;
  const { text } = index;
  const eol = lineEndOf(text);
  const line = indexLine({ ...archive, index }, number, title, path);
  const top = topOf(index);
  if (top)
    return applyEdits(text, [
      { span: span(top.line.start, top.line.start), newText: line.trimStart() + eol + indentOf(text, top) },
    ]);
  const gap = text === '' || text.endsWith(eol + eol) ? '' : text.endsWith(eol) ? eol : eol + eol;
  return text + gap + line + eol;
}

const topOf = ({ entries }: EpisodeIndex): IndexEntry | undefined => entries.find((entry) => entry.numberSpan !== null);

/** A line for an episode, in the style of the first, without its line end. */
export function indexLine(
  { index, show }: Archive & { readonly index: EpisodeIndex },
  number: number,
  title: string,
  path: string,
): string {
  const top = topOf(index);
  const target = indexTarget(show, path);
  if (!top) return `- [${formatNumber(show, number)}: ${escapeLabel(title)}](${target})`;
  return indentOf(index.text, top) + lineLike(index.text, top, formatNumber(show, number), title, target);
}

/** A note as the index names it. */
export const indexTarget = (show: Show, path: string): string => encodeURI(relativeTo(show.index, path));

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
  /(?<![ \t])[ \t]*$/.exec(text.slice(lineStart(text, line.start), line.start))?.[0] ?? '';

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
