import * as vscode from 'vscode';
import { ArchiveLoader } from './adapters/archiveLoader.js';
import { Episodes } from './adapters/episodes.js';
import { LinkVerdicts } from './adapters/linkVerdicts.js';
import { NoteCache } from './adapters/noteCache.js';
import type { FindDisk } from './adapters/noteDisk.js';
import { NoteEdits } from './adapters/noteEdits.js';
import { NoteReader, type Threads } from './adapters/noteReader.js';
import { Shows } from './adapters/shows.js';
import type { LinksModule } from './features/links/linksSession.js';

/** What features work with. Built once, here. */
export interface Services extends vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  readonly episodes: Episodes;
  readonly shows: Shows;
  readonly edits: NoteEdits;
  /** What is remembered of all workspaces. */
  readonly globalState: vscode.Memento;
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

/** What one kind of host has and others have not. */
export interface HostParts {
  /** Threads for reading notes. */
  readonly threads: (extension: vscode.Uri) => Threads;
  /** The disk of the machine, where threads can ask one. */
  readonly findDisk?: FindDisk;
  /** The code that checks links. */
  readonly loadLinks?: () => LinksModule;
}

export function createServices(
  { globalState, workspaceState, extension, extensionUri, storageUri: storage }: vscode.ExtensionContext,
  { threads, findDisk, loadLinks }: HostParts,
): Services {
  const log = vscode.window.createOutputChannel('TGIK Episodes', { log: true });
  const reader = new NoteReader(threads(extensionUri), log);
  const episodes = new Episodes(reader);
  const cache = new NoteCache(storage, String((extension.packageJSON as { version?: unknown }).version), log);
  const shows = new Shows(log, episodes, new ArchiveLoader(log, episodes, reader, cache, findDisk));
  const edits = new NoteEdits(shows, episodes);
  const verdicts = new LinkVerdicts();
  const dispose = (): void => vscode.Disposable.from(shows, reader, verdicts, log).dispose();
  return {
    log,
    episodes,
    shows,
    edits,
    globalState,
    workspaceState,
    extensionUri,
    verdicts,
    storage,
    loadLinks,
    dispose,
  };
}
