import * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import type { OutlineFilter } from '../../../core/outline/filterOutline.js';
import { diffSpan } from '../../../core/text/diffSpan.js';
import { guarded } from '../../adapters/guarded.js';
import type { Services } from '../../services.js';
import { ActiveNote, type NoteInView } from './activeNote.js';
import { addToTarget, editTarget, moveTarget, removeTarget } from './changeCommands.js';
import { copyItem, openLinks } from './copyCommands.js';
import { DoneItems } from './doneItems.js';
import { DragAndDrop } from './dragAndDrop.js';
import { followCursor } from './followCursor.js';
import { ItemOpener } from './itemOpener.js';
import { NextUpStatus } from './nextUpStatus.js';
import { NoteTitle } from './noteTitle.js';
import type { OutlineContext } from './outlineContext.js';
import { OutlineTree } from './outlineTree.js';
import { RecentEdits } from './recentEdits.js';
import { goToNextUp, tickAndGoToNext } from './tickAndGoToNext.js';
import { tickBranch, tickItem, tickRows } from './tickCommands.js';

const REMEMBERED = 'outline.filter';

/** The view Outline: the note in the active editor, its boxes tick the Markdown. */
export function registerOutline(services: Services): vscode.Disposable {
  const { log, workspaceState } = services;
  const tree = new OutlineTree();
  const recent = new RecentEdits();
  const dragAndDrop = new DragAndDrop();
  const view = vscode.window.createTreeView('tgik.outline', {
    treeDataProvider: tree,
    manageCheckboxStateManually: true,
    showCollapseAll: true,
    dragAndDropController: dragAndDrop,
  });
  const follow = (document: vscode.TextDocument, episode: Episode): void => {
    if (document === tree.document) tree.show(document, episode, editsSince(tree, recent, document, episode));
  };
  const opener = new ItemOpener({ tree });
  const selectFocused = (): Promise<void> => opener.selectFocused();
  const context: OutlineContext = { services, tree, view, follow, selectFocused };
  dragAndDrop.context = context;
  const note = new ActiveNote(services);
  const title = new NoteTitle(view, services);
  const status = new NextUpStatus();

  const show = guarded(log, async ({ document, state }: NoteInView) => {
    void vscode.commands.executeCommand('setContext', 'tgik.outlineState', state);
    const folder = document && (await services.shows.showFor(document.uri));
    const episode = document && folder && (await services.episodes.read(document, folder.show));
    tree.show(episode && document, episode, document && episode ? editsSince(tree, recent, document, episode) : []);
    status.show(tree.nextUp);
    title.show(document, folder, episode);
  });
  const filter = (by: OutlineFilter) =>
    guarded(log, async () => {
      await workspaceState.update(REMEMBERED, by);
      await applyFilter(by);
    });
  const applyFilter = async (by: OutlineFilter): Promise<void> => {
    tree.filter = by;
    title.filter(by);
    await vscode.commands.executeCommand('setContext', 'tgik.outlineFilter', by);
  };
  /** A command on an item: `given` is the row of a context menu, or `view` from a key pressed in it. */
  const onItem = (run: (context: OutlineContext, given: unknown) => Promise<void>) =>
    guarded(log, (given?: unknown) => run(context, given));

  void applyFilter(workspaceState.get<OutlineFilter>(REMEMBERED, 'all'));
  // others that start with us get their turn before the first note is read
  const start = setTimeout(() => void note.refresh(), 0);
  return vscode.Disposable.from(
    view,
    tree,
    recent,
    note,
    { dispose: () => clearTimeout(start) },
    status,
    followCursor(context),
    vscode.window.registerFileDecorationProvider(new DoneItems()),
    note.onDidChange(show),
    view.onDidChangeCheckboxState(guarded(log, ({ items }) => tickRows(context, items))),
    view.onDidCollapseElement(({ element }) => {
      element.collapsed = true;
    }),
    view.onDidExpandElement(({ element }) => {
      element.collapsed = false;
    }),
    vscode.commands.registerCommand(
      'tgik.openItem',
      guarded(log, (row?: unknown) => opener.open(row)),
    ),
    vscode.commands.registerCommand('tgik.tick', onItem(tickItem)),
    vscode.commands.registerCommand(
      'tgik.tickWithChildren',
      onItem((all, given) => tickBranch(all, given, true)),
    ),
    vscode.commands.registerCommand(
      'tgik.untickWithChildren',
      onItem((all, given) => tickBranch(all, given, false)),
    ),
    vscode.commands.registerCommand('tgik.tickAndGoToNext', onItem(tickAndGoToNext)),
    vscode.commands.registerCommand('tgik.goToNextUp', onItem(goToNextUp)),
    vscode.commands.registerCommand(
      'tgik.addItemBelow',
      onItem((all, given) => addToTarget(all, given, 'after')),
    ),
    vscode.commands.registerCommand(
      'tgik.addChildItem',
      onItem((all, given) => addToTarget(all, given, 'inside')),
    ),
    vscode.commands.registerCommand('tgik.editItem', onItem(editTarget)),
    vscode.commands.registerCommand('tgik.removeItem', onItem(removeTarget)),
    vscode.commands.registerCommand(
      'tgik.moveItemUp',
      onItem((all, given) => moveTarget(all, given, 'up')),
    ),
    vscode.commands.registerCommand(
      'tgik.moveItemDown',
      onItem((all, given) => moveTarget(all, given, 'down')),
    ),
    vscode.commands.registerCommand(
      'tgik.indentItem',
      onItem((all, given) => moveTarget(all, given, 'indent')),
    ),
    vscode.commands.registerCommand(
      'tgik.outdentItem',
      onItem((all, given) => moveTarget(all, given, 'outdent')),
    ),
    vscode.commands.registerCommand(
      'tgik.copyAsMarkdown',
      onItem((all, given) => copyItem(all, given, 'markdown')),
    ),
    vscode.commands.registerCommand(
      'tgik.copyAsText',
      onItem((all, given) => copyItem(all, given, 'text')),
    ),
    vscode.commands.registerCommand('tgik.openLinks', onItem(openLinks)),
    vscode.commands.registerCommand(
      'tgik.pinOutline',
      guarded(log, () => note.pin()),
    ),
    vscode.commands.registerCommand(
      'tgik.unpinOutline',
      guarded(log, () => note.unpin()),
    ),
    vscode.commands.registerCommand('tgik.showAllItems', filter('all')),
    vscode.commands.registerCommand('tgik.showOpenItems', filter('open')),
    vscode.commands.registerCommand('tgik.showDoneItems', filter('done')),
    vscode.commands.registerCommand(
      'tgik.expandToLevel',
      guarded(log, (levels?: unknown) => expandToLevel(tree, levels)),
    ),
  );
}

/** What happened to a note since its rows were last shown; the smallest difference where the edits are not known. */
function editsSince(tree: OutlineTree, recent: RecentEdits, document: vscode.TextDocument, episode: Episode) {
  const before = tree.lastText(document);
  const edits = recent.take(document);
  if (edits !== undefined || before === undefined) return edits ?? [];
  return [[diffSpan(before, episode.syntax.text)]];
}

/** `tgik.expandToLevel`: asks, unless a number is given. */
async function expandToLevel(tree: OutlineTree, given: unknown): Promise<void> {
  const deepest = Math.max(1, ...[...tree.rows.all()].map(({ level }) => level));
  const levels = Array.from({ length: deepest }, (_, at) => String(at + 1));
  const title = vscode.l10n.t('Expand to Level');
  const picked = typeof given === 'number' ? given : Number(await vscode.window.showQuickPick(levels, { title }));
  if (Number.isInteger(picked) && picked > 0) tree.expandTo(picked);
}
