import * as vscode from 'vscode';
import { guarded } from '../../adapters/guarded.js';
import type { OutlineContext } from './outlineContext.js';
import type { OutlineRow } from './outlineRow.js';

/** Milliseconds the cursor rests before the tree goes along. */
const REST = 150;

/** Selects the row of the item the cursor stands in, without taking the focus. */
export function followCursor(context: OutlineContext): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reveal = guarded(context.services.log, async (editor: vscode.TextEditor) => {
    const { tree, view } = context;
    if (!view.visible || editor.document !== tree.document) return;
    const row = rowAt(context, editor.document.offsetAt(editor.selection.active));
    if (row && view.selection[0] !== row) await view.reveal(row, { select: true, focus: false });
  });
  const moved = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
    clearTimeout(timer);
    if (!isOn() || textEditor.document !== context.tree.document) return;
    timer = setTimeout(() => void reveal(textEditor), REST);
  });
  return vscode.Disposable.from(moved, { dispose: () => clearTimeout(timer) });
}

const isOn = (): boolean => vscode.workspace.getConfiguration('tgik').get('outline.followCursor', true);

/** The deepest row shown whose lines hold an offset. */
function rowAt(context: OutlineContext, offset: number, above?: OutlineRow): OutlineRow | undefined {
  const row = context.tree.rows
    .visible(above)
    .findLast(({ item: { span } }) => span.start <= offset && offset <= span.end);
  return row ? rowAt(context, offset, row) : above;
}
