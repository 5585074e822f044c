import * as vscode from 'vscode';
import { findItem, setBox } from '../../../core/outline/toggleBox.js';
import { toTextEdits } from '../../adapters/convert.js';
import type { Services } from '../../services.js';

/** A box to set: the item as the host saw it. */
export interface Tick {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
}

/** How often an edit is tried again when the document moved under it. */
const TRIES = 5;

/** Sets boxes in documents, one edit after the other, so that quick ticks all land. */
export class Ticking {
  readonly #services: Services;
  #last: Promise<unknown> = Promise.resolve();

  constructor(services: Services) {
    this.#services = services;
  }

  /**
   * Sets the boxes of `ticks` as one undoable edit. Items that cannot be found for sure in the text as it is now are
   * left alone. Gives whether every box is now as asked.
   */
  set(document: vscode.TextDocument, ticks: readonly Tick[]): Promise<boolean> {
    const done = this.#last.then(() => this.#apply(document, ticks));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #apply(document: vscode.TextDocument, ticks: readonly Tick[]): Promise<boolean> {
    const { episodes, shows, log } = this.#services;
    const folder = await shows.showFor(document.uri);
    if (!folder || document.isClosed) return false;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const episode = episodes.of(document, folder.show);
      const found = ticks.map((tick) => ({ tick, item: findItem(episode, tick.id, tick.label) }));
      const edits = found.flatMap(({ tick, item }) => (item ? (setBox(item, tick.checked) ?? []) : []));
      const all = found.every(({ item }) => item !== undefined);
      if (edits.length === 0) return all;
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, toTextEdits(document, edits));
      if (await vscode.workspace.applyEdit(edit)) return all;
    }
    log.warn(`${document.uri.path}: the box could not be set, the note kept changing.`);
    return false;
  }
}
