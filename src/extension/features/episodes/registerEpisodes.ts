import * as vscode from 'vscode';
import { type Grouping, nextOfSeries } from '../../../core/archive/groupEpisodes.js';
import { formatNumber } from '../../../core/show/show.js';
import { guarded } from '../../adapters/guarded.js';
import { showInformation } from '../../adapters/messages.js';
import type { Services } from '../../services.js';
import { type EpisodeNode, EpisodesTree } from './episodesTree.js';

const REMEMBERED = 'episodes.grouping';

/** The view Episodes: the archive by series, by year or flat, remembered for the workspace. */
export function registerEpisodes(services: Services): vscode.Disposable {
  const grouping = (): Grouping => services.workspaceState.get<Grouping>(REMEMBERED, 'series');
  const tree = new EpisodesTree(services, grouping, (notes) => {
    view.message = notes > 0 ? vscode.l10n.t('Reading {0} notes', notes) : '';
  });
  const view: vscode.TreeView<unknown> = vscode.window.createTreeView('tgik.episodes', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const group = (by: Grouping) =>
    guarded(services.log, async () => {
      await services.workspaceState.update(REMEMBERED, by);
      await vscode.commands.executeCommand('setContext', 'tgik.grouping', by);
      tree.refresh();
    });
  void vscode.commands.executeCommand('setContext', 'tgik.grouping', grouping());
  return vscode.Disposable.from(
    view,
    tree,
    services.shows.onDidChange(() => tree.refresh()),
    vscode.commands.registerCommand('tgik.groupBySeries', group('series')),
    vscode.commands.registerCommand('tgik.groupByYear', group('year')),
    vscode.commands.registerCommand('tgik.groupFlat', group('flat')),
    vscode.commands.registerCommand('tgik.openToSide', guarded(services.log, openToSide)),
    vscode.commands.registerCommand(
      'tgik.compareWithNext',
      guarded(services.log, (node?: EpisodeNode) => compareWithNext(node, tree)),
    ),
  );
}

async function openToSide(node?: EpisodeNode): Promise<void> {
  if (node) await vscode.window.showTextDocument(node.uri, { viewColumn: vscode.ViewColumn.Beside });
}

/** A diff of the note with the next one of its series: what was ticked, added and moved. */
async function compareWithNext(node: EpisodeNode | undefined, tree: EpisodesTree): Promise<void> {
  const found = await tree.archive();
  if (!node || !found) return;
  const next = nextOfSeries(found.archive.episodes, node.episode);
  if (!next) {
    void showInformation(vscode.l10n.t('There is no later episode of this series.'));
    return;
  }
  const { show, folder } = found.showFolder;
  const words = [node.number, next.number].map((number) => (number === null ? '' : formatNumber(show, number)));
  await vscode.commands.executeCommand(
    'vscode.diff',
    node.uri,
    vscode.Uri.joinPath(folder.uri, next.path),
    words.join(' ↔ '),
  );
}
