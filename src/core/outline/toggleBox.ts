import type { Episode } from '../episode/episode.js';
import { span, type TextEdit } from '../text/span.js';
import type { OutlineItem } from './outline.js';
import { walkOutline } from './progress.js';

/** The item of that id and label in a note as it is now; undefined where the text has moved so that it is not sure. */
export function findItem(episode: Episode, id: string, label: string): OutlineItem | undefined {
  for (const item of walkOutline(episode.outline)) if (item.id === id) return item.label === label ? item : undefined;
  return undefined;
}

/** Sets one box: one character, nothing else. Undefined where there is no box or it is so already. */
export function setBox({ box }: OutlineItem, checked: boolean): TextEdit | undefined {
  if (box === null || box.checked === checked) return undefined;
  return { span: span(box.start + 1, box.start + 2), newText: checked ? 'x' : ' ' };
}
