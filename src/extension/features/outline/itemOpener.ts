import * as vscode from 'vscode';
import type { OutlineContext } from './outlineContext.js';
import type { OutlineRow } from './outlineRow.js';

/** Milliseconds within which a second click is a double click. */
const DOUBLE = 500;

/** `tgik.openItem`: a click goes to the item's line and leaves the focus in the view; a double click goes on to the editor. */
export class ItemOpener {
  readonly #context: Pick<OutlineContext, 'tree'>;
  #last: { readonly row: OutlineRow; readonly at: number } | undefined;

  /** When a row was selected for a key that does something else than open it. */
  #selecting = Number.NEGATIVE_INFINITY;

  constructor(context: Pick<OutlineContext, 'tree'>) {
    this.#context = context;
  }

  /** Selects the focused row; VS Code opens what is selected by a key, which is not meant here. */
  async selectFocused(): Promise<void> {
    this.#selecting = Date.now();
    await vscode.commands.executeCommand('list.selectAndPreserveFocus');
  }

  async open(given: unknown): Promise<void> {
    const { tree } = this.#context;
    const row = given as OutlineRow;
    if (!tree.rows.has(row) || !tree.document) return;
    const now = Date.now();
    if (now - this.#selecting < DOUBLE) return;
    const twice = this.#last?.row === row && now - this.#last.at < DOUBLE;
    this.#last = { row, at: now };
    const at = tree.document.positionAt(row.item.content.start);
    const selection = new vscode.Range(at, at);
    await vscode.window.showTextDocument(tree.document, { selection, preserveFocus: !twice });
  }
}
