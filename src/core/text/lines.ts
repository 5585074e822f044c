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
