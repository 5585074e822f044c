import * as vscode from 'vscode';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { walkOutline } from '../../../core/outline/progress.js';
import { destinationOf, type Move, moveItem, removeItem } from '../../../core/outline/rearrange.js';
import { addItem, rewordItem, writtenWords } from '../../../core/outline/writeItem.js';
import { showInformation } from '../../adapters/messages.js';
import { change, followNow } from './changeNote.js';
import { type ItemTarget, targetOf } from './itemTarget.js';
import type { OutlineContext } from './outlineContext.js';

/** `tgik.moveItemUp`, `tgik.moveItemDown`, `tgik.indentItem`, `tgik.outdentItem` */
export async function moveTarget(context: OutlineContext, given: unknown, move: Move): Promise<void> {
  const target = await bulletTarget(context, given);
  if (!target) return;
  let nowhere = false;
  await change(context, target, (episode, show) => {
    const item = target.find(episode);
    const to = item && destinationOf(episode, item, move);
    nowhere = item !== undefined && to === undefined;
    if (nowhere) return [];
    return item && to && moveItem(episode, show, item, to.target, to.where);
  });
  if (nowhere) void vscode.window.setStatusBarMessage(NOWHERE[move](), 3000);
}

const NOWHERE: Readonly<Record<Move, () => string>> = {
  up: () => vscode.l10n.t('This item is the first of its list.'),
  down: () => vscode.l10n.t('This item is the last of its list.'),
  indent: () => vscode.l10n.t('There is no item above to put this one under.'),
  outdent: () => vscode.l10n.t('This item is at the top level.'),
};

/** `tgik.addItemBelow`, `tgik.addChildItem`: asks for the words. */
export async function addToTarget(context: OutlineContext, given: unknown, where: 'after' | 'inside'): Promise<void> {
  const target = await targetOf(context, given);
  if (!target) return tellNoItem();
  const place = target.item.kind === 'section' ? 'inside' : where;
  const title = place === 'inside' ? vscode.l10n.t('Add Child Item') : vscode.l10n.t('Add Item Below');
  const words = await askWords(title, '');
  if (words === undefined) return;
  let added: OutlineItem['content'] | undefined;
  const done = await change(context, target, (episode, show) => {
    const item = target.find(episode);
    const edits = item && addItem(episode, show, item, place, words);
    added = edits?.[0]?.span;
    return edits;
  });
  if (done && added) await select(context, target, target.document.positionAt(added.end).line + 1);
}

/** `tgik.editItem`: asks for other words, as Markdown. */
export async function editTarget(context: OutlineContext, given: unknown): Promise<void> {
  const target = await targetOf(context, given);
  if (!target) return tellNoItem();
  const old = writtenWords(target.document.getText(), target.item);
  const words = await askWords(vscode.l10n.t('Edit Item'), old);
  if (words === undefined || words === old) return;
  await change(context, target, (episode, show) => {
    const item = target.find(episode);
    const edit = item && rewordItem(episode, show, item, words);
    return edit && [edit];
  });
}

/** `tgik.removeItem`: with all below it; undo brings it back. */
export async function removeTarget(context: OutlineContext, given: unknown): Promise<void> {
  const target = await bulletTarget(context, given);
  if (!target) return;
  await change(context, target, (episode, show) => {
    const item = target.find(episode);
    return item && removeItem(episode, show, item);
  });
}

async function bulletTarget(context: OutlineContext, given: unknown): Promise<ItemTarget | undefined> {
  const target = await targetOf(context, given);
  if (target && target.item.kind !== 'section') return target;
  tellNoItem();
  return undefined;
}

function tellNoItem(): void {
  void showInformation(vscode.l10n.t('Select an item of the outline, or put the cursor on one.'));
}

/** Selects the row of the item on a line (1-based), or puts the cursor behind it where the command came from the editor. */
async function select(context: OutlineContext, target: ItemTarget, line: number): Promise<void> {
  const { tree, view } = context;
  if (!target.row) {
    const end = target.document.lineAt(line - 1).range.end;
    await vscode.window.showTextDocument(target.document, { selection: new vscode.Range(end, end) });
    return;
  }
  await followNow(context, target.document);
  const item = walkOutline(tree.rows.episode?.outline ?? []).find((one) => one.line === line);
  const row = item && tree.find(item);
  if (row && view.visible) await view.reveal(row, { select: true, focus: true });
}

const askWords = (title: string, value: string): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title,
    value,
    prompt: vscode.l10n.t('Markdown, on one line.'),
    ignoreFocusOut: true,
    validateInput: (words) => (words.trim() === '' ? vscode.l10n.t('Type the item’s words.') : undefined),
  });
