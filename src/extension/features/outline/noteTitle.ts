import * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import { isUnread } from '../../../core/markdown/isUnread.js';
import type { OutlineFilter } from '../../../core/outline/filterOutline.js';
import { numberOfPath } from '../../../core/show/notePattern.js';
import { formatNumber } from '../../../core/show/show.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';
import type { OutlineRow } from './outlineRow.js';

/** What stands on the view itself: number and progress, how many tasks are open, and what the filter hides. */
export class NoteTitle {
  readonly #view: vscode.TreeView<OutlineRow>;
  readonly #services: Services;
  #open = 0;
  #filtered = '';
  #unread = '';

  constructor(view: vscode.TreeView<OutlineRow>, services: Services) {
    this.#view = view;
    this.#services = services;
  }

  show(document: vscode.TextDocument | undefined, folder: ShowFolder | undefined, episode: Episode | undefined): void {
    const description = document && folder && episode ? this.#describe(document, folder, episode) : '';
    const open = episode ? episode.progress.total - episode.progress.done : 0;
    if (this.#view.description !== description) this.#view.description = description;
    this.#tellUnread(document, episode);
    if (open === this.#open) return;
    this.#open = open;
    this.#view.badge = open > 0 ? { value: open, tooltip: vscode.l10n.t('{0} open tasks', open) } : undefined;
  }

  /** A note too long to be read in good time looks empty: why is said, and logged once. */
  #tellUnread(document: vscode.TextDocument | undefined, episode: Episode | undefined): void {
    const before = this.#unread;
    this.#unread =
      episode && isUnread(episode.syntax)
        ? vscode.l10n.t('This note is not read, as it is longer than 2 MiB. Split it, and its outline is here again.')
        : '';
    this.#tell();
    if (this.#unread !== before && this.#unread !== '')
      this.#services.log.warn(`${document?.uri.path}: ${this.#unread}`);
  }

  filter(by: OutlineFilter): void {
    const messages: Readonly<Record<OutlineFilter, string>> = {
      all: '',
      open: vscode.l10n.t('Only what is open is shown.'),
      done: vscode.l10n.t('Only what is done is shown.'),
    };
    this.#filtered = messages[by];
    this.#tell();
  }

  /** A message given is a redraw to VS Code, which puts off all redraws until none has come for 200 ms. */
  #tell(): void {
    const message = this.#unread || this.#filtered;
    if ((this.#view.message ?? '') !== message) this.#view.message = message;
  }

  /** `099 · 50/73` */
  #describe(document: vscode.TextDocument, folder: ShowFolder, { title, progress: { done, total } }: Episode): string {
    const path = this.#services.shows.pathIn(folder, document.uri) ?? '';
    const number = numberOfPath(folder.show, path) ?? title?.number?.value;
    const parts = [number === undefined ? '' : formatNumber(folder.show, number), total > 0 ? `${done}/${total}` : ''];
    return parts.filter((part) => part !== '').join(' · ');
  }
}
