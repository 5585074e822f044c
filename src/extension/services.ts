import * as vscode from 'vscode';
import { Episodes } from './adapters/episodes.js';
import { LinkVerdicts } from './adapters/linkVerdicts.js';
import { NoteEdits } from './adapters/noteEdits.js';
import { Shows } from './adapters/shows.js';
import type { LinksModule } from './features/links/linksSession.js';

/** What features work with. Built once, here. */
export interface Services extends vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  readonly episodes: Episodes;
  readonly shows: Shows;
  readonly edits: NoteEdits;
  /** What is remembered of this workspace. */
  readonly workspaceState: vscode.Memento;
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
  /** What asking told of links. */
  readonly verdicts: LinkVerdicts;
  /** Where this workspace's own files are kept; undefined without a workspace. */
  readonly storage: vscode.Uri | undefined;
  /** The code that checks links; undefined on the web, which has none. */
  readonly loadLinks: (() => LinksModule) | undefined;
}

export function createServices(
  { workspaceState, extensionUri, storageUri: storage }: vscode.ExtensionContext,
  loadLinks?: () => LinksModule,
): Services {
  const log = vscode.window.createOutputChannel('TGIK Episodes', { log: true });
  const episodes = new Episodes();
  const shows = new Shows(log, episodes);
  const edits = new NoteEdits(shows, episodes);
  const verdicts = new LinkVerdicts();
  const dispose = (): void => vscode.Disposable.from(shows, verdicts, log).dispose();
  return { log, episodes, shows, edits, workspaceState, extensionUri, verdicts, storage, loadLinks, dispose };
}
