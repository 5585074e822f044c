import * as vscode from 'vscode';
import type { Archive, ArchiveOfHeads } from '../../core/archive/archive.js';
import {
  areSameFiles,
  assembleHeadsInSteps,
  assembleInSteps,
  type SummarizedFiles,
} from '../../core/archive/buildArchive.js';
import type { EpisodeIndex } from '../../core/archive/episodeIndex.js';
import type { KnownNote } from '../../core/archive/knownNotes.js';
import type { NoteSummary } from '../../core/archive/noteSummary.js';
import { chooseTemplate, templatePaths } from '../../core/newEpisode/ownTemplate.js';
import { notesFolder, readNotesFolder } from '../../core/show/notePattern.js';
import type { Show } from '../../core/show/show.js';
import { Breath } from './breath.js';
import type { Episodes } from './episodes.js';
import { listFolder, readTextInside } from './files.js';
import type { NoteCache } from './noteCache.js';
import type { FindDisk } from './noteDisk.js';
import { NoteFiles } from './noteFiles.js';
import type { NoteReader } from './noteReader.js';
import type { ShowFolder } from './showFolder.js';
import { ShowNotes } from './showNotes.js';

/** Milliseconds after which it is told that notes are read. */
const LONG = 1000;
/** Notes that are worth writing the cache again. */
const WORTH = 20;
/** Characters of an index that is worth a place in the cache: to read it here takes longer. */
const LONG_INDEX = 2000;

/** What is known of the show in a folder. */
interface Known {
  readonly notes: ShowNotes;
  index?: EpisodeIndex | null;
  /** What was made last, and of what. */
  last?: { readonly files: SummarizedFiles; readonly archive: Archive };
}

/** Reads a show's notes; those whose file has not changed are not read again, not even in the next session. */
export class ArchiveLoader {
  readonly #log: vscode.LogOutputChannel;
  readonly #episodes: Episodes;
  readonly #reader: NoteReader;
  readonly #cache: NoteCache;
  readonly #findDisk: FindDisk;
  readonly #known = new Map<string, Known>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** When what was read last is put by; nobody else waits for that. */
  saved: Promise<void> = Promise.resolve();

  /** `findDisk` is what hosts have that can ask a disk. */
  constructor(
    log: vscode.LogOutputChannel,
    episodes: Episodes,
    reader: NoteReader,
    cache: NoteCache,
    findDisk: FindDisk = () => undefined,
  ) {
    this.#log = log;
    this.#episodes = episodes;
    this.#reader = reader;
    this.#cache = cache;
    this.#findDisk = findDisk;
  }

  /** A file has changed, come or gone. */
  touch(uri: vscode.Uri): void {
    for (const { notes } of this.#known.values()) notes.touch(uri);
  }

  /** Every file is asked again whether it has changed. */
  touchAll(): void {
    for (const { notes } of this.#known.values()) notes.touchAll();
  }

  /** All notes of a show. Where many are to be read, `onHeads` is told first what their heads say. */
  async load(
    { folder, show }: ShowFolder,
    onHeads: (heads: ArchiveOfHeads) => void = () => undefined,
  ): Promise<Archive> {
    const started = Date.now();
    const known = this.#knownOf(folder, show);
    const files = new NoteFiles(
      folder.uri,
      show,
      this.#reader,
      this.#log,
      this.#findDisk(folder.uri, show, this.#reader),
    );
    known.notes.recall(files);
    const entries = await listFolder(vscode.Uri.joinPath(folder.uri, notesFolder(show)));
    const listed = entries.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
    const { candidates, folders } = readNotesFolder(show, listed);
    const others = this.#others(folder.uri, known, show);
    others.catch(() => undefined);
    const reading = known.notes.read(candidates, files, this.#episodes, async (heads) =>
      onHeads(await new Breath().finish(assembleHeadsInSteps(show, { ...(await others), notes: heads, folders }))),
    );
    const notes = await this.#tellIfLong(candidates.length, reading);
    const made = { ...(await others), notes, folders };
    const last = known.last?.archive.show === show ? known.last : undefined;
    // what was thought out of it is still true where nothing has changed
    const archive =
      last && areSameFiles(last.files, made)
        ? last.archive
        : await new Breath().finish(assembleInSteps(show, made, last?.archive.episodes ?? known.notes.kept));
    known.last = { files: made, archive };
    const { unsaved } = known.notes;
    this.#log.debug(
      `${archive.episodes.length} notes of ${folder.name} in ${Date.now() - started} ms, ${unsaved} read anew.`,
    );
    if (unsaved >= WORTH) {
      known.notes.unsaved = 0;
      this.#save(this.#put(folder.uri, made, archive, known.notes.known));
    }
    return archive;
  }

  #knownOf({ uri }: vscode.WorkspaceFolder, show: Show): Known {
    const key = uri.toString();
    const before = this.#known.get(key);
    if (before && JSON.stringify(before.notes.show) === JSON.stringify(show)) return before;
    const known: Known = { notes: new ShowNotes(uri, show, (onFound) => this.#cache.read(uri, show, onFound)) };
    this.#known.set(key, known);
    return known;
  }

  /** The index and the template. */
  async #others(folder: vscode.Uri, known: Known, show: Show): Promise<Pick<Archive, 'index' | 'template'>> {
    const text = async (path: string): Promise<string | null> =>
      path === '' ? null : ((await readTextInside(folder, path, this.#log)) ?? null);
    const [index, template] = await Promise.all([text(show.index), readTemplate(text, show)]);
    if (index !== known.index?.text) known.index = index === null ? null : await this.#readIndex(folder, show, index);
    return { index: known.index ?? null, template };
  }

  async #readIndex(folder: vscode.Uri, show: Show, text: string): Promise<EpisodeIndex> {
    if (text.length < LONG_INDEX) return this.#reader.readIndex(show, text);
    const kept = await this.#cache.readIndex(folder, show, text);
    if (kept) return kept;
    const index = await this.#reader.readIndex(show, text);
    this.#save(this.#cache.writeIndex(folder, show, index));
    return index;
  }

  /** Open notes are kept as the disk has them, or not at all. */
  async #put(
    folder: vscode.Uri,
    files: SummarizedFiles,
    { show, episodes: before }: Archive,
    known: ReadonlyMap<string, KnownNote>,
  ): Promise<void> {
    const notes = new Map<string, NoteSummary>();
    for (const path of files.notes.keys()) {
      const file = known.get(path);
      if (file) notes.set(path, file.note);
    }
    const { episodes } = await new Breath().finish(assembleInSteps(show, { ...files, notes }, before));
    await this.#cache.write(folder, show, episodes, known);
  }

  #save(writing: Promise<void>): void {
    this.saved = Promise.all([this.saved, writing]).then(() => undefined);
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
