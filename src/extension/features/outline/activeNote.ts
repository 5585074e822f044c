import * as vscode from 'vscode';
import type { Services } from '../../services.js';
import { type OutlineState, outlineStateOf } from './outlineState.js';

/** The note the view speaks of, and which welcome it shows where there is none. */
export interface NoteInView {
  readonly document: vscode.TextDocument | undefined;
  readonly state: OutlineState;
}

/** Follows the active editor. A note stays in view while only side bars, panels or previews are looked at. */
export class ActiveNote implements vscode.Disposable {
  readonly #services: Services;
  readonly #didChange = new vscode.EventEmitter<NoteInView>();
  readonly #subscriptions: vscode.Disposable[];
  #current: vscode.TextDocument | undefined;

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

  async refresh(): Promise<void> {
    const asked = this.#candidate();
    const state = await outlineStateOf(asked, this.#services);
    if (asked !== this.#candidate()) return;
    this.#current = asked;
    const shown = state === 'note' || state === 'noOutline';
    this.#didChange.fire({ document: shown ? asked : undefined, state });
  }

  #candidate(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active && active.uri.scheme !== 'output') return active;
    return this.#current?.isClosed ? undefined : this.#current;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
