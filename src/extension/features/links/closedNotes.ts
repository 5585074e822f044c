import * as vscode from 'vscode';
import { traceOf } from '../../../core/text/traceOf.js';
import { findCiting } from '../../../links/findCiting.js';
import { Breath } from '../../adapters/breath.js';
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
        const { episodes } = await shows.archiveOf(showFolder);
        const citing = [...(await new Breath().finish(findCiting(episodes, verdicts.known)))];
        const bad = citing.filter(([url]) => (verdicts.of(url, showFolder)?.verdict ?? 'ok') !== 'ok');
        const holders = new Set(bad.flatMap(([, some]) => some));
        for (const holder of holders)
          if (showsProblems(vscode.Uri.joinPath(folder.uri, holder.path))) holders.delete(holder);
        for (const [url, some] of bad) if (some.some((one) => holders.has(one))) urls.add(url);
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
