import * as vscode from 'vscode';
import { webLinks } from '../../../core/links/webLinks.js';
import { showWarning } from '../../adapters/messages.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';
import { AutoCheck } from './autoCheck.js';
import { ClosedNotes } from './closedNotes.js';
import { ignoreLink } from './ignoreLink.js';
import { LinkActions } from './linkActions.js';
import { LinkHover } from './linkHover.js';
import { LinkRuns, type RunOptions } from './linkRuns.js';
import type { LinksSession } from './linksSession.js';
import { LinksTree } from './linksTree.js';
import { replaceByArchived, replaceEverywhere } from './replaceLinks.js';

/** The check of links as a whole. Built apart from the extension and loaded where links are checked. */
export async function startLinks(services: Services): Promise<LinksSession> {
  const session = new Session(services);
  await session.runs.open();
  return session;
}

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

class Session implements LinksSession {
  readonly #services: Services;
  readonly runs: LinkRuns;
  readonly #subscription: vscode.Disposable;

  constructor(services: Services) {
    this.#services = services;
    this.runs = new LinkRuns(services);
    this.#subscription = vscode.Disposable.from(
      this.runs,
      new LinksTree(services),
      new ClosedNotes(services),
      services.verdicts.onDidChange(() => {
        if (services.verdicts.known.size > 0) void showView();
      }),
      new AutoCheck(services, this.runs),
      vscode.languages.registerHoverProvider(MARKDOWN, new LinkHover(services)),
      vscode.languages.registerCodeActionsProvider(MARKDOWN, new LinkActions(services), {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
  }

  async checkNote(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const { shows, episodes } = this.#services;
    if (!document || !(await shows.isNote(document)))
      throw new Error(vscode.l10n.t('Open the note of the episode first.'));
    const showFolder = await this.#show(document.uri);
    const links = webLinks(await episodes.read(document, showFolder.show)).map(({ url }) => url);
    await this.#check(links, showFolder, { title: vscode.l10n.t('Checking the links of this note'), loud: true });
  }

  async checkShow(): Promise<void> {
    const showFolder = await this.#show(vscode.window.activeTextEditor?.document.uri);
    const { episodes } = await this.#services.shows.freshArchiveOf(showFolder);
    const links = new Set(episodes.flatMap((one) => one.details.links));
    await this.#check(links, showFolder, { title: vscode.l10n.t('Checking the links of the show'), loud: true });
    await this.showSummary();
  }

  async showSummary(): Promise<void> {
    await showView();
    await vscode.commands.executeCommand('tgik.links.focus');
  }

  async checkAgain(url: string): Promise<void> {
    const showFolder = await this.#show(vscode.window.activeTextEditor?.document.uri);
    await this.#check([url], showFolder, { title: vscode.l10n.t('Checking {0}', url), loud: true, anew: true });
  }

  async replaceEverywhere(url: string): Promise<void> {
    await replaceEverywhere(this.#services, await this.#show(vscode.window.activeTextEditor?.document.uri), url);
  }

  async replaceByArchived(note: vscode.Uri, url: string): Promise<void> {
    await replaceByArchived(this.#services, note, url);
  }

  async ignore(note: vscode.Uri, url: string, until?: string, reason?: string): Promise<void> {
    await ignoreLink(await this.#show(note), url, until, reason);
  }

  async #show(uri: vscode.Uri | undefined): Promise<ShowFolder> {
    const showFolder = await this.#services.shows.showFor(uri);
    if (!showFolder) throw new Error(vscode.l10n.t('Open the folder of your show first.'));
    return showFolder;
  }

  async #check(links: Iterable<string>, showFolder: ShowFolder, options: RunOptions): Promise<void> {
    const { verdicts, requests, offline } = await this.runs.run(links, showFolder, options);
    this.#services.log.info(`${verdicts.size} links checked with ${requests} requests.`);
    if (offline)
      void showWarning(vscode.l10n.t('You seem to be offline. Nothing is said of links that could not be asked.'));
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

const showView = (): Thenable<unknown> => vscode.commands.executeCommand('setContext', 'tgik.linksChecked', true);
