import * as vscode from 'vscode';
import type { OutlineItem } from '../../../core/outline/outline.js';

/** The status bar's entry: what is next up; hidden where nothing is. */
export class NextUpStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('tgik.nextUp', vscode.StatusBarAlignment.Left);

  constructor() {
    this.#item.name = vscode.l10n.t('TGIK: Next Up');
    this.#item.command = 'tgik.goToNextUp';
  }

  show(next: OutlineItem | undefined): void {
    if (!next) {
      this.#item.hide();
      return;
    }
    const words = next.label === '' ? vscode.l10n.t('(empty)') : next.label;
    this.#item.text = `$(arrow-right) ${words.length > 40 ? `${words.slice(0, 39)}…` : words}`;
    this.#item.tooltip = vscode.l10n.t('Next up: {0}', words);
    this.#item.accessibilityInformation = { label: vscode.l10n.t('Next up: {0}', words) };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
