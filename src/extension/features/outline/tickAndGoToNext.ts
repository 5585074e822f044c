import * as vscode from 'vscode';
import { findNextUp } from '../../../core/outline/nextUp.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { cursorTarget, rowTarget } from './itemTarget.js';
import type { OutlineContext } from './outlineContext.js';
import { setBoxes } from './tickCommands.js';

/** `tgik.tickAndGoToNext`: ticks the open task under the cursor, else the one that is next up, and goes to the following. */
export async function tickAndGoToNext(context: OutlineContext): Promise<void> {
  const { document } = context.tree;
  if (!document) return;
  const editor = vscode.window.activeTextEditor;
  const under = editor?.document === document ? await cursorTarget(context, editor) : undefined;
  const next = await nextUp(document, context);
  const row = next && context.tree.find(next);
  const target = under?.item.checked === false ? under : row && rowTarget(context, row);
  if (target) await setBoxes(context, document, [{ target, checked: true }]);
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
  const row = context.tree.find(item);
  if (row && context.view.visible) await context.view.reveal(row, { select: true, focus: false });
}

/** The first open task of the document as it is now; the tree's rows are brought up to it. */
async function nextUp(document: vscode.TextDocument, context: OutlineContext): Promise<OutlineItem | undefined> {
  const { shows, episodes } = context.services;
  const folder = await shows.showFor(document.uri);
  if (!folder) return undefined;
  const episode = await episodes.read(document, folder.show);
  context.follow(document, episode);
  return findNextUp(episode.outline);
}
