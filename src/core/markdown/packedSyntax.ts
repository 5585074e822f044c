import { lazily } from '../text/lazily.js';
import { cutIntoParts, joinParts } from './parts.js';
import type { Block, NoteSyntax } from './syntax.js';

/** A syntax on its way from one thread to another: quick to send, and unpacked a part at a time. */
export interface PackedSyntax {
  /** Whether it is in parts. */
  readonly cut: boolean;
  readonly parts: readonly { readonly start: number; readonly blocks: string }[];
}

export function packSyntax(syntax: NoteSyntax): PackedSyntax {
  const cut = syntax.blocks.length > 0;
  const parts = cut ? cutIntoParts(syntax) : [{ start: 0, note: syntax }];
  return { cut, parts: parts.map(({ start, note }) => ({ start, blocks: JSON.stringify(note.blocks) })) };
}

/** The syntax of `text` that was packed; of a part nothing is unpacked before it is asked for. */
export function unpackSyntax(text: string, { cut, parts }: PackedSyntax): NoteSyntax {
  const notes = parts.map(({ start, blocks }, at) => ({
    start,
    note: lazily<NoteSyntax>({
      text: () => text.slice(start, parts[at + 1]?.start),
      blocks: () => JSON.parse(blocks) as readonly Block[],
    }),
  }));
  return cut ? joinParts(notes, text) : (notes[0]?.note ?? { text, blocks: [] });
}
