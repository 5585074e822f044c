import * as vscode from 'vscode';
import type { Archive } from '../../core/archive/archive.js';
import { assembleArchive } from '../../core/archive/buildArchive.js';
import type { EpisodeIndex } from '../../core/archive/episodeIndex.js';
import type { KnownNote } from '../../core/archive/knownNotes.js';
import { type NoteSummary, summarizeNote } from '../../core/archive/noteSummary.js';
import { chooseTemplate, templatePaths } from '../../core/newEpisode/ownTemplate.js';
import { notesFolder, readNotesFolder } from '../../core/show/notePattern.js';
import type { Show } from '../../core/show/show.js';
import { fingerprint } from '../../core/text/fingerprint.js';
import { mapBounded } from '../../core/text/mapBounded.js';
import { Breath } from './breath.js';
import type { Episodes } from './episodes.js';
import { listFolder, readText, readTextInside } from './files.js';
import type { NoteCache } from './noteCache.js';
import type { NoteReader } from './noteReader.js';
import type { ShowFolder } from './showFolder.js';

/** Files asked for at once. */
const AT_ONCE = 128;
/** Milliseconds after which it is told that notes are read. */
const LONG = 1000;
/** Notes that are worth writing the cache again. */
const WORTH = 20;

/** What is known of a show's notes, by path. */
interface Known {
  readonly show: Show;
  readonly notes: Map<string, KnownNote>;
  index?: EpisodeIndex | null;
  /** Notes read since they were last put by. */
  unsaved: number;
}

/** Reads a show's notes; those whose file has not changed are not read again, not even in the next session. */
export class ArchiveLoader {
  readonly #log: vscode.LogOutputChannel;
  readonly #episodes: Episodes;
  readonly #reader: NoteReader;
  readonly #cache: NoteCache;
  readonly #known = new Map<string, Known>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** Files that are as known, as far as watchers tell. */
  readonly #sure = new Set<string>();

  constructor(log: vscode.LogOutputChannel, episodes: Episodes, reader: NoteReader, cache: NoteCache) {
    this.#log = log;
    this.#episodes = episodes;
    this.#reader = reader;
    this.#cache = cache;
  }

  /** A file has changed, come or gone. */
  touch(uri: vscode.Uri): void {
    this.#sure.delete(uri.toString());
  }

  /** Every file is asked again whether it has changed. */
  touchAll(): void {
    this.#sure.clear();
  }

  async load({ folder, show }: ShowFolder): Promise<Archive> {
    const started = Date.now();
    const entries = await listFolder(vscode.Uri.joinPath(folder.uri, notesFolder(show)));
    const listed = entries.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
    const { candidates, folders } = readNotesFolder(show, listed);
    const known = await this.#knownOf(folder, show);
    const notes = await this.#tellIfLong(candidates.length, this.#readAll(candidates, folder, known));
    const text = async (path: string): Promise<string | null> =>
      path === '' ? null : ((await readTextInside(folder.uri, path, this.#log)) ?? null);
    const archive = assembleArchive(show, {
      notes,
      folders,
      index: await this.#index(known, await text(show.index)),
      template: await readTemplate(text, show),
    });
    this.#log.debug(`${notes.size} notes of ${folder.name} in ${Date.now() - started} ms, ${known.unsaved} read anew.`);
    if (known.unsaved >= WORTH) {
      known.unsaved = 0;
      await this.#cache.write(folder.uri, show, known.notes);
    }
    return archive;
  }

  async #knownOf({ uri }: vscode.WorkspaceFolder, show: Show): Promise<Known> {
    const key = uri.toString();
    const before = this.#known.get(key);
    if (before && JSON.stringify(before.show) === JSON.stringify(show)) return before;
    const known: Known = { show, notes: await this.#cache.read(uri, show), unsaved: 0 };
    for (const path of known.notes.keys()) this.#sure.delete(vscode.Uri.joinPath(uri, path).toString());
    this.#known.set(key, known);
    return known;
  }

  async #index(known: Known, text: string | null): Promise<EpisodeIndex | null> {
    if (text !== known.index?.text) known.index = text === null ? null : await this.#reader.readIndex(known.show, text);
    return known.index ?? null;
  }

  async #readAll(
    paths: readonly string[],
    folder: vscode.WorkspaceFolder,
    known: Known,
  ): Promise<Map<string, NoteSummary>> {
    const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    const breath = new Breath();
    const found = await mapBounded(paths, AT_ONCE, async (path) => {
      const uri = vscode.Uri.joinPath(folder.uri, path);
      const document = open.get(uri.toString());
      const note = document
        ? summarizeNote(await this.#episodes.read(document, known.show))
        : await this.#read(uri, path, known);
      await breath.taken();
      return note;
    });
    const notes = new Map(paths.flatMap((path, at) => (found[at] ? [[path, found[at]] as const] : [])));
    for (const path of known.notes.keys()) if (!notes.has(path)) known.notes.delete(path);
    return notes;
  }

  async #read(uri: vscode.Uri, path: string, known: Known): Promise<NoteSummary | undefined> {
    const before = known.notes.get(path);
    const key = uri.toString();
    if (before && this.#sure.has(key)) return before.note;
    try {
      // first, so that a change meanwhile takes it back
      this.#sure.add(key);
      const { mtime, size } = await vscode.workspace.fs.stat(uri);
      const stamp = `${mtime}-${size}`;
      if (before?.stamp === stamp) return before.note;
      const text = await readText(uri);
      if (text === undefined) return undefined;
      const print = fingerprint(text);
      const note = before?.print === print ? before.note : await this.#reader.summarize(known.show, text);
      known.notes.set(path, { stamp, print, note });
      known.unsaved += 1;
      return note;
    } catch (error) {
      this.#sure.delete(key);
      if (!(error instanceof vscode.FileSystemError)) throw error;
      if (error.code !== 'FileNotFound') this.#log.warn(`${uri.path} cannot be read: ${error.message}`);
      return undefined;
    }
  }

  /** In the status bar. */
  async #tellIfLong<T>(count: number, work: Promise<T>): Promise<T> {
    const location = vscode.ProgressLocation.Window;
    const title = vscode.l10n.t('Reading {0} notes', count);
    const timer = setTimeout(() => void vscode.window.withProgress({ location, title }, () => work), LONG);
    this.#timers.add(timer);
    const stop = (): void => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
    return work.finally(stop);
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

/** A template becomes part of new notes: only in a folder the user trusts, whoever names it. */
async function readTemplate(read: (path: string) => Promise<string | null>, show: Show): Promise<string | null> {
  if (!vscode.workspace.isTrusted) return null;
  return chooseTemplate(show, await Promise.all(templatePaths(show).map(read)));
}
