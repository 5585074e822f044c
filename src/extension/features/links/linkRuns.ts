import * as vscode from 'vscode';
import { isIgnored } from '../../../core/links/ignoredLinks.js';
import type { LinkVerdict } from '../../../core/links/linkVerdict.js';
import { type CheckOutcome, checkLinks } from '../../../links/checkLinks.js';
import type { Hold } from '../../../links/hostQueues.js';
import { DEFAULT_POLICY, type LinkPolicy } from '../../../links/policy.js';
import { nodePorts } from '../../../node/links/nodePorts.js';
import { ownFiles } from '../../../node/links/ownFiles.js';
import { VerdictFile } from '../../../node/links/verdictFile.js';
import { today } from '../../adapters/linkVerdicts.js';
import { harmless } from '../../adapters/messages.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';

export interface RunOptions {
  readonly title: string;
  /** A notification that can be cancelled; else a word in the status bar. */
  readonly loud: boolean;
  readonly anew?: boolean;
}

/** Checks, one after the other: politeness counts over all of them. */
export class LinkRuns implements vscode.Disposable {
  readonly #services: Services;
  readonly #file: VerdictFile | undefined;
  readonly #closed = new AbortController();
  readonly #holds = new Map<string, Hold>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(services: Services) {
    this.#services = services;
    const { storage, log } = services;
    if (storage?.scheme === 'file')
      this.#file = new VerdictFile(vscode.Uri.joinPath(storage, 'links.json').fsPath, (words) => log.warn(words));
  }

  /** Reads what is known from before. */
  async open(): Promise<void> {
    const { verdicts } = this.#services;
    for (const [url, verdict] of (await this.#file?.read()) ?? []) verdicts.known.set(url, verdict);
    verdicts.tell(verdicts.known.keys());
  }

  /** Asks about links of a show; those it ignores today are left out. */
  run(links: Iterable<string>, showFolder: ShowFolder, options: RunOptions): Promise<CheckOutcome> {
    const wanted = [...links].filter((link) => !isIgnored(showFolder.ignoredLinks, link, today()));
    const run = this.#last.then(() => this.#withProgress(wanted, showFolder, options));
    this.#last = run.catch(() => undefined);
    return run;
  }

  async #withProgress(links: readonly string[], showFolder: ShowFolder, options: RunOptions): Promise<CheckOutcome> {
    const location = options.loud ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window;
    return vscode.window.withProgress(
      { location, title: harmless(options.title), cancellable: options.loud },
      (progress, token) => this.#check(links, showFolder, options, progress, token),
    );
  }

  async #check(
    links: readonly string[],
    { folder, show }: ShowFolder,
    { anew = false }: RunOptions,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<CheckOutcome> {
    const { verdicts, log } = this.#services;
    const cancel = new AbortController();
    const stop = (): void => cancel.abort();
    const subscription = token.onCancellationRequested(stop);
    this.#closed.signal.addEventListener('abort', stop);
    if (this.#closed.signal.aborted) stop();
    const fresh = new Map<string, LinkVerdict>();
    try {
      const outcome = await checkLinks(
        links,
        {
          ...nodePorts({ proxied: isProxied() }),
          trace: (line) => log.trace(line),
          ...(folder.uri.scheme === 'file' ? { ownFile: ownFiles(folder.uri.fsPath) } : {}),
        },
        {
          policy: policyOf(),
          signal: cancel.signal,
          known: verdicts.known,
          holds: this.#holds,
          anew,
          ownHosts: [show.shortLink.split('/')[0] ?? ''],
          onVerdict: (verdict, done, total) => {
            fresh.set(verdict.url, verdict);
            progress.report({ message: vscode.l10n.t('{0} of {1}', done, total), increment: 100 / total });
          },
          onPaused: (host, ms, why) => {
            log.info(`${host} is left in peace for ${Math.ceil(ms / 1000)} s: ${why}.`);
            progress.report({ message: vscode.l10n.t('{0} is left in peace for a while', host) });
          },
        },
      );
      await this.#file?.write(verdicts.known, Date.now());
      return outcome;
    } finally {
      subscription.dispose();
      this.#closed.signal.removeEventListener('abort', stop);
      verdicts.tell(fresh.keys());
    }
  }

  dispose(): void {
    this.#closed.abort();
  }
}

/** `allowPrivate` counts only where the user set it: its scope is the machine. */
function policyOf(): LinkPolicy {
  const settings = vscode.workspace.getConfiguration('tgik.links');
  const number = (name: string, least: number, fallback: number): number => {
    const value = settings.get<unknown>(name);
    return typeof value === 'number' && value >= least ? value : fallback;
  };
  return {
    ...DEFAULT_POLICY,
    perHost: Math.floor(number('perHost', 1, DEFAULT_POLICY.perHost)),
    timeout: number('timeout', 0.1, DEFAULT_POLICY.timeout / 1000) * 1000,
    allowPrivate: settings.inspect<boolean>('allowPrivate')?.globalValue === true,
  };
}

function isProxied(): boolean {
  const { HTTP_PROXY, HTTPS_PROXY, http_proxy, https_proxy } = process.env;
  const set = vscode.workspace.getConfiguration('http').get<string>('proxy');
  return Boolean(set || HTTP_PROXY || HTTPS_PROXY || http_proxy || https_proxy);
}
