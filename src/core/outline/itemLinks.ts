import type { Episode, NoteLink } from '../episode/episode.js';
import { contains } from '../text/span.js';
import type { OutlineItem } from './outline.js';

/** The links in an item's own words, not those of the items below it. */
export const itemLinks = ({ links }: Episode, { content }: OutlineItem): NoteLink[] =>
  links.filter(({ span }) => contains(content, span));
