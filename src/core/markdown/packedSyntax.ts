import { lazily } from '../text/lazily.js';
import { cutIntoParts, joinParts } from './parts.js';
import type { Block, NoteSyntax } from './syntax.js';

/** A syntax on its way from one thread to another: quick to send, and unpacked a part at a time. */
export interface PackedSyntax {
  /** Whether it is in parts. */
  readonly cut: boolean;
  readonly parts: readonly PackedPart[];
}

interface PackedPart {
  readonly start: number;
  readonly blocks: string;
  readonly standIns: string;
}

export function packSyntax(syntax: NoteSyntax): PackedSyntax {
  const parts = syntax.blocks.length > 0 ? cutIntoParts(syntax) : undefined;
  const packed = (parts ?? [{ start: 0, note: syntax }]).map(({ start, note: { blocks, standIns = '' } }) => {
    return { start, blocks: JSON.stringify(blocks), standIns };
  });
  return { cut: parts !== undefined, parts: packed };
}

/** The syntax of `text` that was packed; of a part nothing is unpacked before it is asked for. */
export function unpackSyntax(text: string, { cut, parts }: PackedSyntax): NoteSyntax {
  const notes = parts.map(({ start, blocks, standIns }, at) => ({
    start,
    note: lazily<NoteSyntax & { readonly standIns: string }>({
      text: () => text.slice(start, parts[at + 1]?.start),
      blocks: () => JSON.parse(blocks) as readonly Block[],
      standIns: () => standIns,
    }),
  }));
  return cut ? joinParts(notes, text) : (notes[0]?.note ?? { text, blocks: [] });
}
