import * as vscode from 'vscode';
import { type LinkVerdict, VERDICTS, type Verdict } from '../../../core/links/linkVerdict.js';
import { webLinks } from '../../../core/links/webLinks.js';
import { findCiting } from '../../../links/findCiting.js';
import { hostOf, requestUrl } from '../../../links/requestUrl.js';
import { Breath } from '../../adapters/breath.js';
import { toRange } from '../../adapters/convert.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import { TreeChanges } from '../../adapters/treeChanges.js';
import type { Services } from '../../services.js';
import { verdictWords } from './linkHover.js';

/** A note that holds a link. */
interface Holder {
  readonly uri: vscode.Uri;
  /** As rows name it. */
  readonly name: string;
}

interface CheckedLink {
  readonly verdict: LinkVerdict;
  readonly holders: readonly Holder[];
}

type Row =
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly links: readonly CheckedLink[] }
  | { readonly kind: 'host'; readonly host: string; readonly links: readonly CheckedLink[] }
  | { readonly kind: 'link'; readonly verdict: LinkVerdict; readonly holder: Holder };

const ICONS: Readonly<Record<Verdict, string>> = {
  dead: 'error',
  moved: 'arrow-right',
  unreachable: 'debug-disconnect',
  blocked: 'shield',
  ok: 'pass',
};

/** What is known of the show's links: by verdict, then by host. Verdicts that are out of date do not count. */
export class LinksTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #services: Services;
  readonly #changes = new TreeChanges<Row>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #view: vscode.TreeView<Row>;
  readonly #subscription: vscode.Disposable;

  constructor(services: Services) {
    this.#services = services;
    this.#view = vscode.window.createTreeView('tgik.links', { treeDataProvider: this });
    const refresh = (): void => this.#changes.fire();
    this.#subscription = vscode.Disposable.from(
      this.#view,
      this.#changes,
      services.verdicts.onDidChange(refresh),
      services.shows.onDidChange(refresh),
    );
  }

  getChildren(row?: Row): Promise<Row[]> {
    return this.#changes.answer(this.#rowsOf(row));
  }

  async #rowsOf(row?: Row): Promise<Row[]> {
    if (!row) return this.#verdictRows(await this.#checkedLinks());
    if (row.kind === 'link') return [];
    if (row.kind === 'host')
      return row.links.flatMap(({ verdict, holders }) =>
        holders.map((holder) => ({ kind: 'link' as const, verdict, holder })),
      );
    const hosts = new Map<string, CheckedLink[]>();
    for (const link of row.links) {
      const host = hostOf(link.verdict.url);
      hosts.set(host, [...(hosts.get(host) ?? []), link]);
    }
    return [...hosts.entries()].sort().map(([host, links]) => ({ kind: 'host', host, links }));
  }

  #verdictRows(all: readonly CheckedLink[]): Row[] {
    const rows = VERDICTS.map((verdict) => ({
      kind: 'verdict' as const,
      verdict,
      links: all.filter((one) => one.verdict.verdict === verdict),
    }));
    const dead = rows.find(({ verdict }) => verdict === 'dead')?.links.length ?? 0;
    this.#view.description = vscode.l10n.t('{0} links, {1} dead', all.length, dead);
    return rows.filter(({ links }) => links.length > 0);
  }

  async #checkedLinks(): Promise<CheckedLink[]> {
    const { shows, verdicts } = this.#services;
    const found = new Map<LinkVerdict, Holder[]>();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const showFolder = await shows.showFor(uri);
      if (!showFolder) continue;
      const { episodes } = await shows.archiveOf(showFolder);
      for (const [url, citing] of await new Breath().finish(findCiting(episodes, verdicts.known))) {
        const verdict = verdicts.of(url, showFolder);
        const holders = citing.map(({ path }) => ({ uri: vscode.Uri.joinPath(uri, path), name: path }));
        if (verdict) found.set(verdict, [...(found.get(verdict) ?? []), ...holders]);
      }
    }
    return [...found].map(([verdict, holders]) => ({ verdict, holders }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if (row.kind === 'verdict') {
      const item = new vscode.TreeItem(verdictWords(row.verdict), row.verdict === 'ok' ? Collapsed : Expanded);
      item.iconPath = new vscode.ThemeIcon(ICONS[row.verdict]);
      return counted(item, row.links);
    }
    if (row.kind === 'host') return counted(new vscode.TreeItem(row.host, Collapsed), row.links);
    const { url, reason, finalUrl } = row.verdict;
    const { pathname, search } = new URL(url);
    const item = new vscode.TreeItem(pathname + search, None);
    item.description = row.holder.name;
    const why = inUserLanguage(reason);
    item.tooltip = `${url}\n${why}${finalUrl === null ? '' : `\n→ ${finalUrl}`}`;
    item.accessibilityInformation = { label: [url, why, row.holder.name].join(', ') };
    return item;
  }

  /** What a click opens: the place is looked up only then, in the note as it is. */
  async resolveTreeItem(item: vscode.TreeItem, row: Row): Promise<vscode.TreeItem> {
    if (row.kind !== 'link') return item;
    const { shows, episodes } = this.#services;
    const document = await vscode.workspace.openTextDocument(row.holder.uri);
    const showFolder = await shows.showFor(document.uri);
    const links = showFolder ? webLinks(await episodes.read(document, showFolder.show)) : [];
    const link = links.find(({ url }) => requestUrl(url) === row.verdict.url);
    const selection = link && { selection: toRange(document, link.target) };
    item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [document.uri, selection] };
    return item;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function counted(item: vscode.TreeItem, { length }: readonly CheckedLink[]): vscode.TreeItem {
  item.description = String(length);
  item.accessibilityInformation = { label: `${item.label}, ${vscode.l10n.t('{0} links', length)}` };
  return item;
}
