import * as vscode from 'vscode';
import type { EditBatch } from '../../../core/outline/matchItems.js';

/** The edits of one document since they were last taken. */
export class RecentEdits implements vscode.Disposable {
  #document: vscode.TextDocument | undefined;
  #version = 0;
  #batches: EditBatch[] = [];
  readonly #subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document !== this.#document) return;
    this.#version = document.version;
    this.#batches.push(
      contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        span: { start: rangeOffset, end: rangeOffset + rangeLength },
        newText: text,
      })),
    );
  });

  /** The edits since the last call, each batch speaking of the text before it; undefined where they are not known. */
  take(document: vscode.TextDocument): readonly EditBatch[] | undefined {
    const known = document === this.#document && document.version === this.#version;
    const batches = this.#batches;
    this.#document = document;
    this.#version = document.version;
    this.#batches = [];
    return known ? batches : undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
