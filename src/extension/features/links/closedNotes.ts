import * as vscode from 'vscode';
import { traceOf } from '../../../core/text/traceOf.js';
import { requestUrl } from '../../../links/requestUrl.js';
import type { Services } from '../../services.js';

/** Milliseconds: files often change several at once, or go and come back. */
const PAUSE = 300;

/** Keeps what was told of links in sight while their notes are closed, or were written by somebody else. */
export class ClosedNotes implements vscode.Disposable {
  readonly #services: Services;
  readonly #subscription: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services) {
    this.#services = services;
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#tellAgain(), PAUSE);
    };
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidCloseTextDocument(({ languageId }) => {
        if (languageId === 'markdown') later();
      }),
      services.shows.onDidChange(later),
    );
  }

  /** Of notes that hold links which are not fine and that show nothing. */
  async #tellAgain(): Promise<void> {
    const { shows, verdicts, log } = this.#services;
    const urls = new Set<string>();
    try {
      for (const folder of vscode.workspace.workspaceFolders ?? []) {
        const showFolder = await shows.showFor(folder.uri);
        if (!showFolder) continue;
        for (const { path, links } of (await shows.archiveOf(showFolder)).episodes) {
          const bad = links.filter((link) => (verdicts.of(link, showFolder)?.verdict ?? 'ok') !== 'ok');
          if (bad.length === 0 || showsProblems(vscode.Uri.joinPath(folder.uri, path))) continue;
          for (const link of bad) urls.add(requestUrl(link) ?? link);
        }
      }
      if (urls.size > 0) verdicts.tell(urls);
    } catch (error) {
      log.error(traceOf(error));
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }
}

const showsProblems = (uri: vscode.Uri): boolean =>
  vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'tgik');
