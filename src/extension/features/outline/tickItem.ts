import * as vscode from 'vscode';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { walkOutline } from '../../../core/outline/progress.js';
import type { OutlineContext } from './outlineContext.js';
import type { OutlineNode } from './outlineNode.js';

/** `tgik.tick`: ticks or unticks the row given, else the task under the cursor, else the row selected. */
export async function tickItem({ services, view, tree, ticking }: OutlineContext, node?: OutlineNode): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const under = node === undefined && editor ? await taskUnderCursor(editor, services) : undefined;
  if (editor && under) {
    await ticking.set(editor.document, [{ id: under.id, label: under.label, checked: under.checked === false }]);
    return;
  }
  const item = (node ?? view.selection[0])?.item;
  if (!item || item.checked === null || !tree.document) return;
  await ticking.set(tree.document, [{ id: item.id, label: item.label, checked: !item.checked }]);
}

/** The task on the cursor's line; undefined where there is none. */
export async function taskUnderCursor(
  editor: vscode.TextEditor,
  { shows, episodes }: OutlineContext['services'],
): Promise<OutlineItem | undefined> {
  const folder = await shows.showFor(editor.document.uri);
  if (!folder) return undefined;
  const line = editor.selection.active.line + 1;
  const items = [...walkOutline(episodes.of(editor.document, folder.show).outline)];
  return items.find((item) => item.checked !== null && item.line === line);
}
