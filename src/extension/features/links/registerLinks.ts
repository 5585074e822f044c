import * as vscode from 'vscode';
import { guarded } from '../../adapters/guarded.js';
import { showInformation, showWarning } from '../../adapters/messages.js';
import type { Services } from '../../services.js';
import type { LinksSession } from './linksSession.js';

type Mode = 'off' | 'onCommand' | 'onSave' | 'onType';

const modeOf = (): Mode => vscode.workspace.getConfiguration('tgik').get<Mode>('links.check', 'off');

/** Checks of links on the web: off until switched on, never on the web, only in trusted folders. */
export function registerLinks(services: Services): vscode.Disposable {
  const links = new LazyLinks(services);
  const { log } = services;
  return vscode.Disposable.from(
    links,
    vscode.commands.registerCommand(
      'tgik.checkLinks',
      guarded(
        log,
        links.run((session) => session.checkNote()),
      ),
    ),
    vscode.commands.registerCommand(
      'tgik.checkLinksOfShow',
      guarded(
        log,
        links.run((session) => session.checkShow()),
      ),
    ),
    vscode.commands.registerCommand(
      'tgik.showLinks',
      guarded(
        log,
        links.run((session) => session.showSummary()),
      ),
    ),
    vscode.commands.registerCommand(
      'tgik.checkLinkAgain',
      guarded(
        log,
        links.run((session, url: string) => session.checkAgain(url)),
      ),
    ),
    vscode.commands.registerCommand(
      'tgik.replaceLinkEverywhere',
      guarded(
        log,
        links.run((session, url: string) => session.replaceEverywhere(url)),
      ),
    ),
    vscode.commands.registerCommand(
      'tgik.replaceLinkByArchived',
      guarded(
        log,
        links.run((session, note: vscode.Uri, url: string) => session.replaceByArchived(note, url)),
      ),
    ),
    vscode.commands.registerCommand(
      'tgik.ignoreLink',
      guarded(
        log,
        links.run((session, note: vscode.Uri, url: string, until?: string, reason?: string) =>
          session.ignore(note, url, until, reason),
        ),
      ),
    ),
  );
}

/** Loads the code of the check when it is first needed. */
class LazyLinks implements vscode.Disposable {
  readonly #services: Services;
  readonly #subscriptions: vscode.Disposable[];
  #session: Promise<LinksSession> | undefined;
  #disposed = false;
  #said = false;

  constructor(services: Services) {
    this.#services = services;
    const start = (): void => this.#startWhereOn();
    this.#subscriptions = [
      vscode.workspace.onDidGrantWorkspaceTrust(start),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('tgik.links')) start();
      }),
    ];
    start();
  }

  /** A command: does nothing but say why where links cannot be checked. */
  run<Arguments extends unknown[]>(act: (session: LinksSession, ...args: Arguments) => Promise<void>) {
    return async (...args: Arguments): Promise<void> => {
      if (!(await this.#mayRun())) return;
      const session = await this.#load();
      if (session) await act(session, ...args);
    };
  }

  async #mayRun(): Promise<boolean> {
    if (!this.#services.loadLinks) {
      this.#sayDesktopOnly();
      return false;
    }
    if (!vscode.workspace.isTrusted) {
      void showWarning(vscode.l10n.t('Links are checked in trusted folders only.'));
      return false;
    }
    if (modeOf() !== 'off') return true;
    const on = vscode.l10n.t('Switch On');
    const words = vscode.l10n.t(
      'To check links, the servers they lead to are asked. This is off until you switch it on.',
    );
    if ((await showInformation(words, on)) !== on) return false;
    await vscode.workspace
      .getConfiguration('tgik')
      .update('links.check', 'onCommand' satisfies Mode, vscode.ConfigurationTarget.Global);
    return true;
  }

  /** Once; who asks again is answered in the status bar. */
  #sayDesktopOnly(): void {
    const words = vscode.l10n.t(
      'Links can be checked in VS Code on the desktop only: a browser may not ask other servers.',
    );
    if (this.#said) vscode.window.setStatusBarMessage(words, 5000);
    else void showInformation(words);
    this.#said = true;
  }

  #startWhereOn(): void {
    if (modeOf() === 'off' || !vscode.workspace.isTrusted) return;
    if (!this.#services.loadLinks) this.#sayDesktopOnly();
    else void guarded(this.#services.log, async () => this.#load())();
  }

  async #load(): Promise<LinksSession | undefined> {
    this.#session ??= this.#services.loadLinks?.().startLinks(this.#services);
    const session = await this.#session;
    if (this.#disposed) session?.dispose();
    return session;
  }

  dispose(): void {
    this.#disposed = true;
    void this.#session?.then((session) => session.dispose());
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
