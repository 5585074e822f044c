import { TextDocument } from 'vscode-languageserver-textdocument';

/** Lines of a text: 0-based lines and UTF-16 columns, as LSP and VS Code count them. */
export class Lines {
  readonly #document: TextDocument;

  constructor(text: string) {
    this.#document = TextDocument.create('', 'markdown', 0, text);
  }

  positionAt(offset: number): { line: number; character: number } {
    return this.#document.positionAt(offset);
  }

  offsetAt(line: number, character = 0): number {
    return this.#document.offsetAt({ line, character });
  }

  get count(): number {
    return this.#document.lineCount;
  }
}

/** The line end a text uses: that of its first line, `\n` where it has none. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** Where the line that holds `offset` begins. */
export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

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
