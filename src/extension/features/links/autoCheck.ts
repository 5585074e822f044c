import * as vscode from 'vscode';
import { webLinks } from '../../../core/links/webLinks.js';
import { traceOf } from '../../../core/text/traceOf.js';
import { toRange } from '../../adapters/convert.js';
import type { Services } from '../../services.js';
import type { LinkRuns } from './linkRuns.js';

/** Milliseconds without typing before finished lines are looked at. */
const PAUSE = 2000;

/** Checks links on save or while typing, where the user has asked for that. Writes nothing. */
export class AutoCheck implements vscode.Disposable {
  readonly #services: Services;
  readonly #runs: LinkRuns;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscription: vscode.Disposable;

  constructor(services: Services, runs: LinkRuns) {
    this.#services = services;
    this.#runs = runs;
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (mode() === 'onSave' || mode() === 'onType') void this.#check(document, () => true);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (mode() === 'onType') this.#later(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    );
  }

  #later(document: vscode.TextDocument): void {
    this.#forget(document);
    const check = (): void => {
      this.#forget(document);
      const busy = new Set(
        vscode.window.visibleTextEditors
          .filter((editor) => editor.document === document)
          .flatMap(({ selections }) => selections.map(({ active }) => active.line)),
      );
      void this.#check(document, ({ start, end }) => !busy.has(start.line) && !busy.has(end.line));
    };
    this.#timers.set(document.uri.toString(), setTimeout(check, PAUSE));
  }

  /** Asks about links whose place is `wanted`. */
  async #check(document: vscode.TextDocument, wanted: (range: vscode.Range) => boolean): Promise<void> {
    const { shows, episodes, log } = this.#services;
    try {
      const showFolder = await shows.showFor(document.uri);
      if (document.isClosed || !showFolder || document.languageId !== 'markdown' || !(await shows.isNote(document)))
        return;
      const links = webLinks(await episodes.read(document, showFolder.show)).filter(({ span }) =>
        wanted(toRange(document, span)),
      );
      const urls = links.map(({ url }) => url).filter((url) => !this.#services.verdicts.of(url, showFolder));
      if (urls.length === 0) return;
      await this.#runs.run(urls, showFolder, { title: vscode.l10n.t('Checking links'), loud: false });
    } catch (error) {
      log.error(traceOf(error));
    }
  }

  #forget({ uri }: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscription.dispose();
  }
}

const mode = (): string =>
  vscode.workspace.isTrusted ? vscode.workspace.getConfiguration('tgik').get<string>('links.check', 'off') : 'off';
