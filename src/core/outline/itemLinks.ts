import type { Episode, NoteLink } from '../episode/episode.js';
import { partAt } from '../episode/perPart.js';
import { moved } from '../markdown/shift.js';
import { oncePer } from '../text/oncePer.js';
import { countBefore } from '../text/partitionPoint.js';
import { span } from '../text/span.js';
import type { OutlineItem } from './outline.js';

/** The links in an item's own words, not those of the items below it. Asked of every row: looked up, not searched. */
export function itemLinks(episode: Episode, { content }: Pick<OutlineItem, 'content'>): NoteLink[] {
  const { start, episode: part } = partAt(episode, content.start);
  const own = span(content.start - start, content.end - start);
  const found: NoteLink[] = [];
  const links = inOrder(part);
  const first = countBefore(links, own.start);
  for (let at = first; at < links.length; at += 1) {
    const link = links[at] as NoteLink;
    if (link.span.start > own.end) break;
    if (link.span.end <= own.end) found.push(link);
  }
  return moved(found, start);
}

const inOrder = oncePer(({ links }: Episode) => [...links].sort((a, b) => a.span.start - b.span.start));
