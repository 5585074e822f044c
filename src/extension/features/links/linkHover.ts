import * as vscode from 'vscode';
import { finalTarget } from '../../../core/links/finalTarget.js';
import type { LinkVerdict, Verdict } from '../../../core/links/linkVerdict.js';
import { findCiting } from '../../../links/findCiting.js';
import { Breath } from '../../adapters/breath.js';
import { inUserLanguage } from '../../adapters/inUserLanguage.js';
import type { Services } from '../../services.js';
import { type KnownLink, knownLinksAt } from './linkAt.js';

/** How many other episodes are named. */
const NAMED = 5;

/** What asking told of the link under the pointer, and which other episodes cite it. */
export class LinkHover implements vscode.HoverProvider {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const [known] = await knownLinksAt(this.#services, document, new vscode.Range(position, position));
    if (!known) return undefined;
    const words = new vscode.MarkdownString();
    for (const line of [...linesOf(known.verdict, known.link.url), await this.#citedBy(known, document)])
      if (line !== '') words.appendText(line).appendMarkdown('\n\n');
    return new vscode.Hover(words, known.range);
  }

  async #citedBy({ verdict, showFolder }: KnownLink, document: vscode.TextDocument): Promise<string> {
    const { shows } = this.#services;
    const { episodes } = await shows.archiveOf(showFolder);
    const own = shows.pathIn(showFolder, document.uri);
    const citing = await new Breath().finish(findCiting(episodes, new Set([verdict.url])));
    const others = (citing.get(verdict.url) ?? []).filter(({ path }) => path !== own);
    if (others.length === 0) return '';
    const names = others.slice(0, NAMED).map(({ number, title, path }) => `${number ?? path} ${title}`.trim());
    const more = others.length > NAMED ? ', …' : '';
    return vscode.l10n.t('Also in {0}', names.join(', ') + more);
  }
}

const linesOf = (verdict: LinkVerdict, link: string): string[] => [
  verdict.title ?? '',
  `${verdictWords(verdict.verdict)}: ${inUserLanguage(verdict.reason)}`,
  verdict.finalUrl === null ? '' : vscode.l10n.t('Leads to {0}', finalTarget(verdict, link)),
  vscode.l10n.t('Checked {0}', new Date(verdict.checkedAt).toLocaleString()),
];

/** A verdict in the user's words. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict) {
    case 'ok':
      return vscode.l10n.t('Fine');
    case 'moved':
      return vscode.l10n.t('Moved');
    case 'dead':
      return vscode.l10n.t('Dead');
    case 'blocked':
      return vscode.l10n.t('Cannot be checked');
    case 'unreachable':
      return vscode.l10n.t('Unreachable');
  }
}
