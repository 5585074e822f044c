import * as vscode from 'vscode';
import type { Archive } from '../../../core/archive/archive.js';
import type { Episode } from '../../../core/episode/episode.js';
import { webLinks } from '../../../core/links/webLinks.js';
import { Lines } from '../../../core/text/lines.js';
import type { CheckOutcome } from '../../../links/checkLinks.js';
import { requestUrl } from '../../../links/requestUrl.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';
import { AutoCheck } from './autoCheck.js';
import { ignoreLink } from './ignoreLink.js';
import { LinkActions } from './linkActions.js';
import { LinkHover } from './linkHover.js';
import { LinkRuns } from './linkRuns.js';
import type { LinksSession } from './linksSession.js';
import { type CheckedLink, type LinkPlace, LinksTree } from './linksTree.js';
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
  readonly #tree = new LinksTree();
  readonly #subscription: vscode.Disposable;

  constructor(services: Services) {
    this.#services = services;
    this.runs = new LinkRuns(services);
    this.#subscription = vscode.Disposable.from(
      this.runs,
      this.#tree,
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
    const notes = [{ uri: document.uri, episode: episodes.of(document, showFolder.show) }];
    await this.#check(notes, showFolder, vscode.l10n.t('Checking the links of this note'));
  }

  async checkShow(): Promise<void> {
    const showFolder = await this.#show(vscode.window.activeTextEditor?.document.uri);
    const archive = await this.#services.shows.freshArchiveOf(showFolder);
    await this.#check(
      await this.#notesOf(archive, showFolder),
      showFolder,
      vscode.l10n.t('Checking the links of the show'),
    );
    await this.showSummary();
  }

  async showSummary(): Promise<void> {
    await vscode.commands.executeCommand('setContext', 'tgik.linksChecked', true);
    await vscode.commands.executeCommand('tgik.links.focus');
  }

  async checkAgain(url: string): Promise<void> {
    const showFolder = await this.#show(vscode.window.activeTextEditor?.document.uri);
    this.#tell(
      await this.runs.run([url], showFolder, { title: vscode.l10n.t('Checking {0}', url), loud: true, anew: true }),
    );
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

  async #notesOf({ episodes }: Archive, showFolder: ShowFolder): Promise<Note[]> {
    const notes: Note[] = [];
    for (const { path, links } of episodes) {
      const episode = links.length > 0 ? await this.#services.shows.readNote(showFolder, path) : undefined;
      if (episode) notes.push({ uri: vscode.Uri.joinPath(showFolder.folder.uri, path), episode });
    }
    return notes;
  }

  async #check(notes: readonly Note[], showFolder: ShowFolder, title: string): Promise<void> {
    const places = placesOf(notes);
    const outcome = await this.runs.run(places.keys(), showFolder, { title, loud: true });
    const links = [...outcome.verdicts.values()].map(
      (verdict): CheckedLink => ({ verdict, places: places.get(verdict.url) ?? [] }),
    );
    this.#tree.show(links);
    await vscode.commands.executeCommand('setContext', 'tgik.linksChecked', true);
    this.#tell(outcome);
  }

  #tell({ offline, verdicts, requests }: CheckOutcome): void {
    this.#services.log.info(`${verdicts.size} links checked with ${requests} requests.`);
    if (offline)
      void vscode.window.showWarningMessage(
        vscode.l10n.t('You seem to be offline. Nothing is said of links that could not be asked.'),
      );
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

interface Note {
  readonly uri: vscode.Uri;
  readonly episode: Episode;
}

function placesOf(notes: readonly Note[]): Map<string, LinkPlace[]> {
  const places = new Map<string, LinkPlace[]>();
  for (const { uri, episode } of notes) {
    const lines = new Lines(episode.syntax.text);
    const name = vscode.workspace.asRelativePath(uri, false);
    const at = (offset: number): vscode.Position => {
      const { line, character } = lines.positionAt(offset);
      return new vscode.Position(line, character);
    };
    for (const { url: link, target } of webLinks(episode)) {
      const url = requestUrl(link);
      if (url === undefined) continue;
      const range = new vscode.Range(at(target.start), at(target.end));
      places.set(url, [...(places.get(url) ?? []), { uri, range, name }]);
    }
  }
  return places;
}
