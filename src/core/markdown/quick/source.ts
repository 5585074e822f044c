import type { TreeCursor } from '@lezer/common';
import type { Span } from '../../text/span.js';

/** The text lezer's tree speaks of, line by line. */
export class Source {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The node at the cursor, without the carriage return at its end. */
  spanOf({ from, to }: TreeCursor): Span {
    return { start: from, end: to > from && this.text[to - 1] === '\r' ? to - 1 : to };
  }

  /** From the line's start up to `offset`. */
  lineBefore(offset: number): string {
    return this.text.slice(this.text.lastIndexOf('\n', offset - 1) + 1, offset);
  }

  /** The line above the one that holds `offset`. */
  lineAbove(offset: number): string {
    const lineStart = offset - this.lineBefore(offset).length;
    return lineStart > 0 ? this.lineBefore(lineStart - 1) : '';
  }
}
