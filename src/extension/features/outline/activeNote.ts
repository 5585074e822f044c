import * as vscode from 'vscode';
import { openDocument } from '../../adapters/files.js';
import type { Services } from '../../services.js';
import { type OutlineState, outlineStateOf } from './outlineState.js';

/** The note the view speaks of, and which welcome it shows where there is none. */
export interface NoteInView {
  readonly document: vscode.TextDocument | undefined;
  readonly state: OutlineState;
}

/** Follows the active editor, unless a note is pinned. A note stays in view while only side bars or previews are looked at. */
export class ActiveNote implements vscode.Disposable {
  readonly #services: Services;
  readonly #didChange = new vscode.EventEmitter<NoteInView>();
  readonly #subscriptions: vscode.Disposable[];
  #current: vscode.TextDocument | undefined;
  #pinned: vscode.Uri | undefined;

  /** The note in view is another one, or its text has changed. */
  readonly onDidChange = this.#didChange.event;

  constructor(services: Services) {
    this.#services = services;
    this.#subscriptions = [
      this.#didChange,
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      services.shows.onDidChange(() => this.refresh()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#current) void this.refresh();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#current) void this.refresh();
      }),
    ];
  }

  /** Keeps the note in view while others are opened. */
  async pin(): Promise<void> {
    await this.#setPin(this.#current?.uri);
  }

  async unpin(): Promise<void> {
    await this.#setPin(undefined);
  }

  async #setPin(uri: vscode.Uri | undefined): Promise<void> {
    this.#pinned = uri;
    await vscode.commands.executeCommand('setContext', 'tgik.outlinePinned', uri !== undefined);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const asked = await this.#candidate();
    const state = await outlineStateOf(asked, this.#services);
    if (asked !== (await this.#candidate())) return;
    this.#current = asked;
    const shown = state === 'note' || state === 'noOutline';
    this.#didChange.fire({ document: shown ? asked : undefined, state });
  }

  async #candidate(): Promise<vscode.TextDocument | undefined> {
    const pinned = this.#pinned && (await this.#open(this.#pinned));
    if (pinned) return pinned;
    const active = activeDocument();
    if (active && active.uri.scheme !== 'output') return active;
    return this.#current?.isClosed ? undefined : this.#current;
  }

  /** The pinned note, also when its tab was closed; a note that is gone is unpinned. */
  async #open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
    const open = openDocument(uri);
    if (open) return open;
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch {
      this.#pinned = undefined;
      await vscode.commands.executeCommand('setContext', 'tgik.outlinePinned', false);
      return undefined;
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

/** What is edited; in a diff, the newer side, whichever has the cursor. */
function activeDocument(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!active || !(input instanceof vscode.TabInputTextDiff)) return active;
  return openDocument(input.modified) ?? active;
}
