import { lazily } from '../text/lazily.js';
import { type Labels, labelsOfAll } from './labels.js';
import { moved } from './shift.js';
import type { Block, NoteSyntax, Part } from './syntax.js';

/** Cuts a note, or a piece of one that begins at `start`, in front of each top-level heading that begins a line. */
export function cutIntoParts({ text, blocks }: NoteSyntax, start = 0): Part[] {
  const parts: Part[] = [];
  let [first, from] = [0, 0];
  for (let at = 1; at === 1 || at <= blocks.length; at++) {
    const block = blocks[at];
    if (block && !opens(block, text)) continue;
    const to = block?.start ?? text.length;
    const note = { text: text.slice(from, to), blocks: moved(blocks.slice(first, at), -from) };
    parts.push({ start: start + from, note });
    [first, from] = [at, to];
  }
  return parts;
}

const opens = (block: Block, text: string): boolean =>
  block.kind === 'heading' && text[block.start] === '#' && /[\r\n]/.test(text[block.start - 1] ?? '');

/** The note that consists of these parts; its text is put together when it is asked for, where it is not known. */
export const joinParts = (parts: readonly Part[], text?: string, labels?: Labels): NoteSyntax =>
  lazily<Required<NoteSyntax>>({
    text: () => text ?? parts.map(({ note }) => note.text).join(''),
    parts: () => parts,
    labels: () => labels ?? labelsOfAll(parts),
    blocks: () => parts.flatMap(({ start, note }) => moved(note.blocks, start)),
  });
