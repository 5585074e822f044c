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

  tell(urls: Iterable<string>): void {
    this.#didChange.fire(new Set(urls));
  }

  dispose(): void {
    this.#didChange.dispose();
  }
}

export const today = (): string => new Date().toISOString().slice(0, 10);
