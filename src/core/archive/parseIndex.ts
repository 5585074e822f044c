import { parseMarkdown } from '../markdown/parseMarkdown.js';
import type { Link, ListItem } from '../markdown/syntax.js';
import { inlinesOf, walkBlocks } from '../markdown/visit.js';
import { span } from '../text/span.js';
import type { EpisodeIndex, IndexEntry } from './episodeIndex.js';

/** Reads the index file: every list item that begins with a link. Total. */
export function parseIndex(text: string, read = parseMarkdown): EpisodeIndex {
  const entries: IndexEntry[] = [];
  for (const block of walkBlocks(read(text).blocks)) {
    if (block.kind !== 'list') continue;
    for (const item of block.items) {
      const link = linkOf(item);
      if (link) entries.push(entryOf(item, link, text));
    }
  }
  return { text, entries };
}

function linkOf(item: ListItem): Link | undefined {
  const first = item.blocks[0];
  const inline = first ? inlinesOf(first).find((one) => one.kind === 'link') : undefined;
  return inline?.kind === 'link' ? inline : undefined;
}

/** `- [093: Title](episodes/093/README.md)` */
function entryOf(item: ListItem, link: Link, text: string): IndexEntry {
  const number = /^\s*(?:episode\s*)?#?(\d+)\s*(?:[:–—-]\s*|$)/i.exec(link.plain);
  const digits = number?.[1];
  const at = digits === undefined ? -1 : text.indexOf(digits, link.label.start);
  const lineEnd = /\r\n|\n|\r/.exec(text.slice(item.start));
  return {
    number: digits === undefined ? null : Number(digits),
    title: link.plain.slice(number?.[0].length ?? 0).trim(),
    target: link.url,
    targetSpan: link.target,
    numberSpan: digits === undefined ? null : span(at, at + digits.length),
    line: span(item.start, lineEnd ? item.start + lineEnd.index : text.length),
  };
}
