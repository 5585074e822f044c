import * as vscode from 'vscode';
import { type LinkVerdict, VERDICTS, type Verdict } from '../../../core/links/linkVerdict.js';
import { hostOf } from '../../../links/requestUrl.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import { verdictWords } from './linkHover.js';

/** Where a link stands. */
export interface LinkPlace {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  /** The note, as rows name it. */
  readonly name: string;
}

export interface CheckedLink {
  readonly verdict: LinkVerdict;
  readonly places: readonly LinkPlace[];
}

type Row =
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly links: readonly CheckedLink[] }
  | { readonly kind: 'host'; readonly verdict: Verdict; readonly host: string; readonly links: readonly CheckedLink[] }
  | { readonly kind: 'link'; readonly link: CheckedLink; readonly place: LinkPlace };

const ICONS: Readonly<Record<Verdict, string>> = {
  dead: 'error',
  moved: 'arrow-right',
  unreachable: 'debug-disconnect',
  blocked: 'shield',
  ok: 'pass',
};

/** What the last check told: by verdict, then by host. */
export class LinksTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#didChange.event;
  readonly #view: vscode.TreeView<Row>;
  #links: readonly CheckedLink[] = [];

  constructor() {
    this.#view = vscode.window.createTreeView('tgik.links', { treeDataProvider: this });
  }

  show(links: readonly CheckedLink[]): void {
    this.#links = links;
    const dead = links.filter(({ verdict }) => verdict.verdict === 'dead').length;
    this.#view.description = vscode.l10n.t('{0} links, {1} dead', links.length, dead);
    this.#didChange.fire();
  }

  getChildren(row?: Row): Row[] {
    if (!row)
      return VERDICTS.flatMap((verdict) => {
        const links = this.#links.filter((one) => one.verdict.verdict === verdict);
        return links.length > 0 ? [{ kind: 'verdict', verdict, links }] : [];
      });
    if (row.kind === 'link') return [];
    if (row.kind === 'host')
      return row.links.flatMap((link) => link.places.map((place) => ({ kind: 'link', link, place })));
    const hosts = [...new Set(row.links.map(({ verdict }) => hostOf(verdict.url)))].sort();
    return hosts.map((host) => ({
      kind: 'host',
      verdict: row.verdict,
      host,
      links: row.links.filter(({ verdict }) => hostOf(verdict.url) === host),
    }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if (row.kind === 'verdict') {
      const item = new vscode.TreeItem(verdictWords(row.verdict), row.verdict === 'ok' ? Collapsed : Expanded);
      item.iconPath = new vscode.ThemeIcon(ICONS[row.verdict]);
      item.description = String(row.links.length);
      return item;
    }
    if (row.kind === 'host') {
      const item = new vscode.TreeItem(row.host, Collapsed);
      item.description = String(row.links.length);
      return item;
    }
    const { verdict } = row.link;
    const item = new vscode.TreeItem(new URL(verdict.url).pathname + new URL(verdict.url).search, None);
    item.description = `${row.place.name}:${row.place.range.start.line + 1}`;
    item.tooltip = `${verdict.url}\n${inUserLanguage(verdict.reason)}${verdict.finalUrl === null ? '' : `\n→ ${verdict.finalUrl}`}`;
    item.command = {
      title: vscode.l10n.t('Open'),
      command: 'vscode.open',
      arguments: [row.place.uri, { selection: row.place.range }],
    };
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(this.#view, this.#didChange).dispose();
  }
}
