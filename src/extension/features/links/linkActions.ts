import * as vscode from 'vscode';
import { finalTarget } from '../../../core/links/finalTarget.js';
import { codeOf } from '../../adapters/convert.js';
import type { Services } from '../../services.js';
import { type KnownLink, knownLinksAt } from './linkAt.js';

/** Quick fixes of links that need more than the note: the whole show, the network, the settings. */
export class LinkActions implements vscode.CodeActionProvider {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const links = await knownLinksAt(this.#services, document, range);
    return links
      .filter(({ verdict }) => verdict.verdict !== 'ok')
      .flatMap((known) => this.#actionsOf(known, document.uri, diagnostics));
  }

  #actionsOf(
    { verdict, link, range }: KnownLink,
    note: vscode.Uri,
    diagnostics: readonly vscode.Diagnostic[],
  ): vscode.CodeAction[] {
    const { url } = verdict;
    const shown = diagnostics.filter((one) => codeOf(one) === `link.${verdict.verdict}` && one.range.isEqual(range));
    const action = (title: string, command: string, args: unknown[]): vscode.CodeAction => {
      const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      made.command = { title, command, arguments: args };
      made.diagnostics = shown;
      return made;
    };
    const everywhere = vscode.l10n.t('Replace by {0} everywhere in the show', finalTarget(verdict, link.url));
    const archived = vscode.l10n.t('Replace by an archived copy');
    return [
      ...(verdict.verdict === 'moved' ? [action(everywhere, 'tgik.replaceLinkEverywhere', [url])] : []),
      ...(verdict.verdict === 'dead' ? [action(archived, 'tgik.replaceLinkByArchived', [note, url])] : []),
      action(vscode.l10n.t('Check this link again'), 'tgik.checkLinkAgain', [url]),
      action(vscode.l10n.t('Ignore this link until a day…'), 'tgik.ignoreLink', [note, url]),
    ];
  }
}
