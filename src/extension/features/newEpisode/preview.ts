import * as vscode from 'vscode';
import type { NewEpisodePlan } from '../../../core/newEpisode/choices.js';
import type { ShowFolder } from '../../adapters/showFolder.js';

const SCHEME = 'tgik-preview';

/** Shows what a plan would write, before anything is: the new note, and what changes in the index. */
export class PlanPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #didChange = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  readonly onDidChange = this.#didChange.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  async show({ files }: NewEpisodePlan, { folder }: ShowFolder): Promise<void> {
    for (const { path, before, after } of [...files].reverse()) {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${path}` });
      this.#texts.set(uri.toString(), after);
      this.#didChange.fire(uri);
      if (before === null) {
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
      } else {
        const title = vscode.l10n.t('{0}: what will change', path);
        const now = vscode.Uri.joinPath(folder.uri, path);
        await vscode.commands.executeCommand('vscode.diff', now, uri, title, { preserveFocus: true, preview: false });
      }
    }
  }

  /** Closes what was shown. */
  async close(): Promise<void> {
    this.#texts.clear();
    const shown = ({ input }: vscode.Tab): boolean =>
      (input instanceof vscode.TabInputText && input.uri.scheme === SCHEME) ||
      (input instanceof vscode.TabInputTextDiff && input.modified.scheme === SCHEME);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(shown));
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#didChange.dispose();
  }
}
