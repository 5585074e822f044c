import * as vscode from 'vscode';
import type { Archive, ArchivedEpisode, ArchiveWithNotes } from '../../core/archive/archive.js';
import type { Episode } from '../../core/episode/episode.js';
import { parseEpisode } from '../../core/episode/parseEpisode.js';
import { isUnread } from '../../core/markdown/isUnread.js';
import { isNotePath } from '../../core/show/notePattern.js';
import { parseShow, SHOW_KEYS } from '../../core/show/parseShow.js';
import { parseShowFile, SHOW_FILE, saysWhere } from '../../core/show/parseShowFile.js';
import { pathBelow } from '../../core/text/paths.js';
import type { ArchiveLoader } from './archiveLoader.js';
import { Archives, type HeadsSoFar } from './archives.js';
import type { Episodes } from './episodes.js';
import { isUtf8, openDocument, readText, readTextInside } from './files.js';
import type { ShowFolder } from './showFolder.js';

/** Milliseconds without a change on disk before it is told: a checkout changes a thousand files, and is one change. */
const QUIET = 200;

/** The shows of the open folders: their settings and their archives, read anew when files or settings change. */
export class Shows implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #loader: ArchiveLoader;
  readonly #episodes: Episodes;
  readonly #shows = new Map<string, Promise<ShowFolder>>();
  readonly #archives: Archives;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#didChange];

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Settings, notes or the index of some show have changed on disk. */
  readonly onDidChange = this.#didChange.event;

  constructor(log: vscode.LogOutputChannel, episodes: Episodes, loader: ArchiveLoader) {
    this.#log = log;
    this.#loader = loader;
    this.#episodes = episodes;
    this.#archives = new Archives(loader, () => this.#didChange.fire());
    const forget = (): void => this.#forget(true);
    const forgetNotes = (uri: vscode.Uri): void => {
      loader.touch(uri);
      this.#forget(false);
    };
    this.#subscriptions.push(
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('tgik')) forget();
      }),
      this.#watch(`**/${SHOW_FILE}`, forget),
      this.#watch('**/*.md', forgetNotes),
    );
  }

  /** The show a document or file belongs to: that of its folder, else of the first folder; undefined without any. */
  async showFor(uri: vscode.Uri | undefined): Promise<ShowFolder | undefined> {
    const own = uri ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
    const folder = own ?? vscode.workspace.workspaceFolders?.[0];
    if (!folder) return undefined;
    const key = folder.uri.toString();
    const known = this.#shows.get(key) ?? this.#readShow(folder);
    this.#shows.set(key, known);
    known.catch(() => this.#shows.delete(key));
    return known;
  }

  /** The same with its settings read again, however fresh the known ones are: for decisions that write. */
  async freshShowFor(uri: vscode.Uri | undefined): Promise<ShowFolder | undefined> {
    const known = await this.showFor(uri);
    const fresh = known && (await this.#readShow(known.folder));
    // what was read of notes holds as long as the show is the same
    if (!known || JSON.stringify(fresh) === JSON.stringify(known)) return known;
    this.#shows.set(known.folder.uri.toString(), Promise.resolve(fresh as ShowFolder));
    return fresh;
  }

  /** All notes of a show. Open editors count with their unsaved text. */
  archiveOf(showFolder: ShowFolder): Promise<Archive> {
    return this.#archives.whole(showFolder);
  }

  /** The same by its heads alone while that is all that was read; `onDidChange` tells when there is more. */
  headsOf(showFolder: ShowFolder): Promise<HeadsSoFar> {
    return this.#archives.heads(showFolder);
  }

  /**
   * The archive as it was read last, however old; null where it never was. What is newer is read at once, and
   * `onDidChange` tells when it is there.
   */
  archiveSoFar(showFolder: ShowFolder): Archive | null {
    return this.#archives.soFar(showFolder);
  }

  /** Reads the archive again, however fresh the known one is: for decisions that write. */
  freshArchiveOf(showFolder: ShowFolder): Promise<Archive> {
    return this.#archives.fresh(showFolder);
  }

  /** A note of the show as its open editor has it, else as the disk has it; undefined where it is gone. */
  async readNote({ folder, show }: ShowFolder, path: string): Promise<Episode | undefined> {
    const uri = vscode.Uri.joinPath(folder.uri, path);
    const open = openDocument(uri);
    if (open) return this.#episodes.read(open, show);
    const text = await readText(uri);
    return text === undefined ? undefined : parseEpisode(text, show);
  }

  /** The same to carry from. Throws where that would not be all it says: it is gone, not UTF-8, or left unread. */
  async readSource(showFolder: ShowFolder, path: string): Promise<Episode> {
    const note = await this.readNote(showFolder, path);
    if (!note || isUnread(note.syntax)) throw new Error(vscode.l10n.t('{0} cannot be read.', path));
    if (!(await isUtf8(vscode.Uri.joinPath(showFolder.folder.uri, path))))
      throw new Error(vscode.l10n.t('{0} is not UTF-8: its outline is not carried over.', path));
    return note;
  }

  /** The archive with one of its notes at hand, to carry from. */
  async withNote(
    archive: Archive,
    showFolder: ShowFolder,
    { path }: Pick<ArchivedEpisode, 'path'>,
  ): Promise<ArchiveWithNotes> {
    return { ...archive, notes: new Map([[path, await this.readSource(showFolder, path)]]) };
  }

  /** The path of a file from its show's root, with `/`; null outside of it. */
  pathIn({ folder }: ShowFolder, uri: vscode.Uri): string | null {
    if (uri.scheme !== folder.uri.scheme || uri.authority !== folder.uri.authority) return null;
    // on disks that do not mind large and small letters VS Code knows a file's folder all the same
    const own = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
    return pathBelow(folder.uri.path, uri.path, !own);
  }

  /** Whether a document is one of its show's notes. */
  async isNote(document: vscode.TextDocument): Promise<boolean> {
    const folder = await this.showFor(document.uri);
    const path = folder ? this.pathIn(folder, document.uri) : null;
    return folder !== undefined && path !== null && isNotePath(folder.show, path);
  }

  async #readShow(folder: vscode.WorkspaceFolder): Promise<ShowFolder> {
    const configuration = vscode.workspace.getConfiguration('tgik', folder.uri);
    const settings = Object.fromEntries(SHOW_KEYS.map((key) => [key, configuration.get<unknown>(key)]));
    const base = parseShow(settings);
    const text = await readTextInside(folder.uri, SHOW_FILE, this.#log);
    const file = text === undefined ? undefined : parseShowFile(text, base.show);
    for (const { message } of base.problems) this.#log.warn(`Settings of ${folder.name}: ${message}`);
    for (const { message } of file?.problems ?? []) this.#log.warn(`${folder.name}/${SHOW_FILE}: ${message}`);
    const problems = [...base.problems, ...(file?.problems ?? [])]
      .filter(({ key }) => saysWhere(key))
      .map(({ message }) => message);
    return {
      folder,
      show: file?.show ?? base.show,
      severities: file?.diagnostics ?? {},
      ignoredLinks: file?.ignoredLinks ?? [],
      problems,
    };
  }

  #watch(glob: string, changed: (uri: vscode.Uri) => void): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(glob);
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }

  #forget(settings: boolean): void {
    if (settings) this.#shows.clear();
    this.#archives.forget();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#didChange.fire(), QUIET);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#loader.dispose();
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
