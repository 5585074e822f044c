import * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import { findNextUp } from '../../../core/outline/nextUp.js';
import { numberOfPath } from '../../../core/show/notePattern.js';
import { formatNumber } from '../../../core/show/show.js';
import { guarded } from '../../adapters/guarded.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';
import { ActiveNote, type NoteInView } from './activeNote.js';
import { NextUpStatus } from './nextUpStatus.js';
import type { OutlineContext } from './outlineContext.js';
import type { OutlineNode } from './outlineNode.js';
import { OutlineTree } from './outlineTree.js';
import { goToNextUp, tickAndGoToNext } from './tickAndGoToNext.js';
import { tickItem } from './tickItem.js';
import { Ticking } from './ticking.js';

/** The view Outline: the note in the active editor, its boxes tick the Markdown. */
export function registerOutline(services: Services): vscode.Disposable {
  const tree = new OutlineTree();
  const ticking = new Ticking(services);
  const note = new ActiveNote(services);
  const status = new NextUpStatus();
  const view = vscode.window.createTreeView('tgik.outline', {
    treeDataProvider: tree,
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });
  const context: OutlineContext = { services, tree, view, ticking };
  const { log } = services;
  void note.refresh();
  return vscode.Disposable.from(
    view,
    tree,
    note,
    status,
    note.onDidChange(guarded(log, (inView) => show(inView, context, status))),
    view.onDidChangeCheckboxState(guarded(log, ({ items }) => tick(items, tree, ticking))),
    vscode.commands.registerCommand(
      'tgik.tick',
      guarded(log, (node?: OutlineNode) => tickItem(context, node)),
    ),
    vscode.commands.registerCommand(
      'tgik.tickAndGoToNext',
      guarded(log, () => tickAndGoToNext(context)),
    ),
    vscode.commands.registerCommand(
      'tgik.goToNextUp',
      guarded(log, () => goToNextUp(context)),
    ),
    vscode.commands.registerCommand('tgik.openItem', guarded(log, openItem)),
  );
}

async function show(
  { document, state }: NoteInView,
  { services, tree, view }: OutlineContext,
  status: NextUpStatus,
): Promise<void> {
  void vscode.commands.executeCommand('setContext', 'tgik.outlineState', state);
  const folder = document ? await services.shows.showFor(document.uri) : undefined;
  const episode = document && folder ? services.episodes.of(document, folder.show) : undefined;
  const next = episode && findNextUp(episode.outline);
  tree.show(episode && document, episode, next?.id);
  status.show(next);
  view.description = document && folder && episode ? describe(document, folder, episode, services) : '';
  const open = episode ? episode.progress.total - episode.progress.done : 0;
  view.badge = open > 0 ? { value: open, tooltip: vscode.l10n.t('{0} open tasks', open) } : undefined;
}

/** `099 · 50/73` */
function describe(document: vscode.TextDocument, folder: ShowFolder, episode: Episode, { shows }: Services): string {
  const number = numberOfPath(folder.show, shows.pathIn(folder, document.uri) ?? '') ?? episode.title?.number?.value;
  const { done, total } = episode.progress;
  const parts = [number === undefined ? '' : formatNumber(folder.show, number), total > 0 ? `${done}/${total}` : ''];
  return parts.filter((part) => part !== '').join(' · ');
}

async function tick(
  items: readonly [OutlineNode, vscode.TreeItemCheckboxState][],
  tree: OutlineTree,
  ticking: Ticking,
): Promise<void> {
  const { document } = tree;
  if (!document) return;
  tree.ticking();
  const ticks = items.map(([{ item }, state]) => ({
    id: item.id,
    label: item.label,
    checked: state === vscode.TreeItemCheckboxState.Checked,
  }));
  const done = await ticking.set(document, ticks);
  if (!done) tree.redraw(items.map(([node]) => node));
}

async function openItem(uri: vscode.Uri | undefined, line: number): Promise<void> {
  if (!uri) return;
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at), preserveFocus: false });
}
