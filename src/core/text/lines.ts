import { partitionPoint } from './partitionPoint.js';

/**
 * Lines of a text: 0-based lines and UTF-16 columns, as LSP and VS Code count them.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocuments
 */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
    this.#starts = starts;
  }

  /** An offset inside a line end counts as the end of its line; one outside the text as its nearest end. */
  positionAt(offset: number): { line: number; character: number } {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const line = partitionPoint(this.#starts.length, (one) => (this.#starts[one] ?? 0) <= at) - 1;
    return { line, character: this.#beforeEnd(at, line) - (this.#starts[line] ?? 0) };
  }

  /** A column behind a line's last character counts as the end of the line. */
  offsetAt(line: number, character = 0): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#text.length;
    const next = this.#starts[line + 1] ?? this.#text.length;
    return this.#beforeEnd(Math.max(start, Math.min(start + Math.max(0, character), next)), line);
  }

  get count(): number {
    return this.#starts.length;
  }

  #beforeEnd(offset: number, line: number): number {
    const start = this.#starts[line] ?? 0;
    let at = offset;
    while (at > start && /[\r\n]/.test(this.#text[at - 1] ?? '')) at -= 1;
    return at;
  }
}

/** The line end a text uses: that of its first line, `\n` where it has none. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** Where the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  const behind = text.lastIndexOf('\n', offset - 1) + 1;
  return behind + text.slice(behind, offset).lastIndexOf('\r') + 1;
}

/** Where the line that holds `offset` ends, line end left out. */
export function lineEnd(text: string, offset: number): number {
  const match = /\r|\n/.exec(text.slice(offset));
  return match ? offset + match.index : text.length;
}

/** Where the line behind the one that holds `offset` begins. */
export function behindLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

/** Whether a text ends in a line of nothing but blanks, behind the end of another. */
export const endsInBlankLine = (text: string): boolean => /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))$/.test(text);
