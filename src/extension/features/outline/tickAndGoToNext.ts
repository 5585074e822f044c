import * as vscode from 'vscode';
import { findNextUp } from '../../../core/outline/nextUp.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import type { OutlineContext } from './outlineContext.js';
import { taskUnderCursor } from './tickItem.js';

/** `tgik.tickAndGoToNext`: ticks the open task under the cursor, else the one that is next up, and goes to the following. */
export async function tickAndGoToNext(context: OutlineContext): Promise<void> {
  const { services, tree, ticking } = context;
  const { document } = tree;
  if (!document) return;
  const editor = vscode.window.activeTextEditor;
  const under = editor?.document === document ? await taskUnderCursor(editor, services) : undefined;
  const item = under?.checked === false ? under : await nextUp(document, context);
  if (item) await ticking.set(document, [{ id: item.id, label: item.label, checked: true }]);
  await goToNextUp(context);
}

/** `tgik.goToNextUp`: puts the cursor on the first open task and shows it in the tree. */
export async function goToNextUp(context: OutlineContext): Promise<void> {
  const { document } = context.tree;
  const item = document && (await nextUp(document, context));
  if (!document || !item) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('All tasks are done.'), 3000);
    return;
  }
  const at = document.positionAt(item.content.start);
  const preserveFocus = vscode.window.activeTextEditor?.document !== document;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preserveFocus });
  const node = context.tree.find(item.id);
  if (node && context.view.visible) await context.view.reveal(node, { select: true, focus: false });
}

async function nextUp(document: vscode.TextDocument, { services }: OutlineContext): Promise<OutlineItem | undefined> {
  const folder = await services.shows.showFor(document.uri);
  return folder && findNextUp(services.episodes.of(document, folder.show).outline);
}
