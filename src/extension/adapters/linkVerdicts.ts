import * as vscode from 'vscode';
import { isIgnored } from '../../core/links/ignoredLinks.js';
import type { LinkVerdict } from '../../core/links/linkVerdict.js';
import { requestUrl } from '../../links/requestUrl.js';
import { isFresh } from '../../links/verdictCache.js';
import type { ShowFolder } from './showFolder.js';

/** What asking told of links. Filled by the check of links, read by the rules. */
export class LinkVerdicts implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<ReadonlySet<string>>();
  /** By URL as `requestUrl` gives it. */
  readonly known = new Map<string, LinkVerdict>();
  #ofShow = new WeakMap<ShowFolder, { readonly hour: number; of(link: string): LinkVerdict | undefined }>();
  /** Verdicts of these URLs are new. */
  readonly onDidChange = this.#didChange.event;

  /** The verdict of a link as a note writes it, while it holds and the show does not ignore it. */
  of(link: string, { ignoredLinks }: ShowFolder): LinkVerdict | undefined {
    if (this.known.size === 0) return undefined;
    const url = requestUrl(link);
    const verdict = url === undefined ? undefined : this.known.get(url);
    if (!verdict || !isFresh(verdict, Date.now())) return undefined;
    return isIgnored(ignoredLinks, verdict.url, today()) ? undefined : verdict;
  }

  /** The same for any link of a show: the same function as long as its answers are, which change with time by the hour. */
  ofShow(showFolder: ShowFolder): (link: string) => LinkVerdict | undefined {
    const hour = Math.floor(Date.now() / 3_600_000);
    const known = this.#ofShow.get(showFolder);
    if (known?.hour === hour) return known.of;
    const of = (link: string): LinkVerdict | undefined => this.of(link, showFolder);
    this.#ofShow.set(showFolder, { hour, of });
    return of;
  }

  tell(urls: Iterable<string>): void {
    this.#ofShow = new WeakMap();
    this.#didChange.fire(new Set(urls));
  }

  dispose(): void {
    this.#didChange.dispose();
  }
}

export const today = (): string => new Date().toISOString().slice(0, 10);
