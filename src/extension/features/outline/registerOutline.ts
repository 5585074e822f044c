import * as vscode from 'vscode';
import { walkOutline } from '../../../core/outline/progress.js';
import { numberOfPath } from '../../../core/show/notePattern.js';
import { formatNumber } from '../../../core/show/show.js';
import { guarded } from '../../adapters/guarded.js';
import type { Services } from '../../services.js';
import { ActiveNote, type NoteInView } from './activeNote.js';
import type { OutlineNode } from './outlineNode.js';
import { OutlineTree } from './outlineTree.js';
import { Ticking } from './ticking.js';

/** The view Outline: the note in the active editor, its boxes tick the Markdown. */
export function registerOutline(services: Services): vscode.Disposable {
  const tree = new OutlineTree();
  const ticking = new Ticking(services);
  const note = new ActiveNote(services);
  const view = vscode.window.createTreeView('tgik.outline', {
    treeDataProvider: tree,
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });
  const subscriptions = [
    view,
    tree,
    note,
    note.onDidChange(guarded(services.log, (inView) => show(inView, tree, view, services))),
    view.onDidChangeCheckboxState(guarded(services.log, ({ items }) => tick(items, tree, ticking))),
    vscode.commands.registerCommand(
      'tgik.tick',
      guarded(services.log, (node?: OutlineNode) => tickItem(node, view, tree, ticking, services)),
    ),
    vscode.commands.registerCommand('tgik.openItem', guarded(services.log, openItem)),
  ];
  void note.refresh();
  return vscode.Disposable.from(...subscriptions);
}

async function show(
  { document, state }: NoteInView,
  tree: OutlineTree,
  view: vscode.TreeView<OutlineNode>,
  services: Services,
): Promise<void> {
  void vscode.commands.executeCommand('setContext', 'tgik.outlineState', state);
  const folder = document ? await services.shows.showFor(document.uri) : undefined;
  if (!document || !folder) {
    tree.show(undefined, undefined);
    view.description = '';
    return;
  }
  const episode = services.episodes.of(document, folder.show);
  const number =
    numberOfPath(folder.show, services.shows.pathIn(folder, document.uri) ?? '') ?? episode.title?.number?.value;
  const { done, total } = episode.progress;
  const parts = [number === undefined ? '' : formatNumber(folder.show, number), total > 0 ? `${done}/${total}` : ''];
  view.description = parts.filter((part) => part !== '').join(' · ');
  tree.show(document, episode);
}

async function tick(
  items: readonly [OutlineNode, vscode.TreeItemCheckboxState][],
  tree: OutlineTree,
  ticking: Ticking,
): Promise<void> {
  const { document } = tree;
  if (!document) return;
  const ticks = items.map(([{ item }, state]) => ({
    id: item.id,
    label: item.label,
    checked: state === vscode.TreeItemCheckboxState.Checked,
  }));
  const done = await ticking.set(document, ticks);
  if (!done) tree.redraw(items.map(([node]) => node));
}

/** Ticks or unticks the row given, else the item under the cursor, else the row selected. */
async function tickItem(
  node: OutlineNode | undefined,
  view: vscode.TreeView<OutlineNode>,
  tree: OutlineTree,
  ticking: Ticking,
  { episodes, shows }: Services,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (node === undefined && editor) {
    const folder = await shows.showFor(editor.document.uri);
    const line = editor.selection.active.line + 1;
    const items = folder ? [...walkOutline(episodes.of(editor.document, folder.show).outline)] : [];
    const item = items.find((one) => one.checked !== null && one.line === line);
    if (item) await ticking.set(editor.document, [{ id: item.id, label: item.label, checked: item.checked === false }]);
    if (item) return;
  }
  const row = node ?? view.selection[0];
  if (row?.item.checked === null || row === undefined || !tree.document) return;
  await ticking.set(tree.document, [{ id: row.item.id, label: row.item.label, checked: !row.item.checked }]);
}

async function openItem(uri: vscode.Uri | undefined, line: number): Promise<void> {
  if (!uri) return;
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at), preserveFocus: false });
}
