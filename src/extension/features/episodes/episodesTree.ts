import * as vscode from 'vscode';
import type { ArchivedEpisode, ArchivedHead } from '../../../core/archive/archive.js';
import { type EpisodeGroup, type Grouping, groupEpisodes } from '../../../core/archive/groupEpisodes.js';
import { formatNumber } from '../../../core/show/show.js';
import type { HeadsSoFar } from '../../adapters/archives.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import { TreeChanges } from '../../adapters/treeChanges.js';
import type { Services } from '../../services.js';

/** One row: an episode. Menus hand it to commands, which read `uri` and `number`. */
export interface EpisodeNode {
  readonly kind: 'episode';
  readonly uri: vscode.Uri;
  readonly number: number | null;
  readonly episode: ArchivedEpisode | ArchivedHead;
}

/** One row: a series or a year. */
export interface GroupNode {
  readonly kind: 'group';
  readonly group: EpisodeGroup;
}

export type Node = EpisodeNode | GroupNode;

/** The archive of the show, newest first. */
export class EpisodesTree implements vscode.TreeDataProvider<Node> {
  readonly #services: Services;
  readonly #grouping: () => Grouping;
  readonly #tellReading: (notes: number) => void;
  readonly #changes = new TreeChanges<Node>();
  readonly onDidChangeTreeData = this.#changes.event;

  /** `tellReading` is told how many notes are shown by their heads alone, and are being read. */
  constructor(services: Services, grouping: () => Grouping, tellReading: (notes: number) => void) {
    this.#services = services;
    this.#grouping = grouping;
    this.#tellReading = tellReading;
  }

  refresh(): void {
    this.#changes.fire();
  }

  /** The show of the active editor, else of the first folder. */
  async archive(): Promise<(HeadsSoFar & { showFolder: ShowFolder }) | undefined> {
    const { shows } = this.#services;
    const showFolder = await shows.showFor(vscode.window.activeTextEditor?.document.uri);
    return showFolder && { showFolder, ...(await shows.headsOf(showFolder)) };
  }

  getChildren(node?: Node): Promise<Node[]> {
    return this.#changes.answer(this.#rowsOf(node));
  }

  async #rowsOf(node?: Node): Promise<Node[]> {
    const found = await this.archive();
    if (!found || node?.kind === 'episode') return [];
    const rows = (episodes: readonly ArchivedHead[]): EpisodeNode[] =>
      episodes.map((episode) => ({
        kind: 'episode',
        uri: vscode.Uri.joinPath(found.showFolder.folder.uri, episode.path),
        number: episode.number,
        episode,
      }));
    if (node) return rows(node.group.episodes);
    this.#tellReading(found.isWhole ? 0 : found.archive.episodes.length);
    const groups = groupEpisodes(found.archive.episodes, this.#grouping());
    const onlyUnnamed = groups.length === 1 && groups[0]?.name === null;
    return onlyUnnamed ? rows(groups[0]?.episodes ?? []) : groups.map((group) => ({ kind: 'group', group }));
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    if (node.kind === 'group') return groupItem(node.group, this.#grouping());
    const folder = await this.#services.shows.showFor(node.uri);
    const number = folder && node.number !== null ? formatNumber(folder.show, node.number) : '';
    return episodeItem(node, number);
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

function groupItem({ name, episodes }: EpisodeGroup, grouping: Grouping): vscode.TreeItem {
  const unnamed = grouping === 'series' ? vscode.l10n.t('Other episodes') : vscode.l10n.t('Without a date');
  const item = new vscode.TreeItem(name ?? unnamed, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${grouping}:${name ?? ''}`;
  item.description = String(episodes.length);
  item.accessibilityInformation = { label: `${item.label}, ${vscode.l10n.t('{0} episodes', episodes.length)}` };
  item.contextValue = 'group';
  return item;
}

function episodeItem({ uri, episode }: EpisodeNode, number: string): vscode.TreeItem {
  const { title, topic, date, hosts } = episode;
  const progress = 'progress' in episode ? episode.progress : { done: 0, total: 0 };
  const item = new vscode.TreeItem([number, topic ?? title].filter((part) => part !== '').join(' '));
  item.id = uri.toString();
  // problems in the note colour the row
  item.resourceUri = uri;
  item.description = progress.total > 0 ? `${progress.done}/${progress.total}` : (date ?? '');
  item.tooltip = [`${number} ${title}`.trim(), date ?? '', hosts.join(', ')].filter((line) => line !== '').join('\n');
  const done = progress.total > 0 ? vscode.l10n.t('{0} of {1} done', progress.done, progress.total) : '';
  item.accessibilityInformation = {
    label: [`${number} ${title}`.trim(), done, date ?? ''].filter((part) => part !== '').join(', '),
  };
  item.iconPath = new vscode.ThemeIcon('note');
  item.contextValue = episode.series === null ? 'episode' : 'episode.series';
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
  return item;
}
