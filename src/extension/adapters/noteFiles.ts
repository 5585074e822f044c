import * as vscode from 'vscode';
import type { KnownNote } from '../../core/archive/knownNotes.js';
import type { NoteHead } from '../../core/archive/noteHead.js';
import { unpackNote } from '../../core/archive/packedNote.js';
import { sizeOf, stampOf } from '../../core/archive/stamp.js';
import type { Show } from '../../core/show/show.js';
import { fingerprint } from '../../core/text/fingerprint.js';
import { mapBounded } from '../../core/text/mapBounded.js';
import { readText } from './files.js';
import type { NoteDisk } from './noteDisk.js';
import type { NoteReader } from './noteReader.js';

/** Files the workspace is asked for at once. */
const AT_ONCE = 128;
/** Files threads are asked for at once: enough to keep them busy, and a short step. */
const THREADS_AT_ONCE = 1024;

/** The files of a folder's notes: threads ask the disk where there is one, and what that leaves the workspace is asked for. */
export class NoteFiles {
  readonly #folder: vscode.Uri;
  readonly #show: Show;
  readonly #reader: NoteReader;
  readonly #log: vscode.LogOutputChannel;
  readonly #disk: NoteDisk | undefined;

  constructor(
    folder: vscode.Uri,
    show: Show,
    reader: NoteReader,
    log: vscode.LogOutputChannel,
    disk: NoteDisk | undefined,
  ) {
    this.#folder = folder;
    this.#show = show;
    this.#reader = reader;
    this.#log = log;
    this.#disk = disk;
  }

  /** Says that so many times and sizes will be asked for that it is worth getting ready. */
  prepare(): void {
    this.#disk?.prepare();
  }

  /** Time and size of each note; undefined for one that is not there. */
  async stamps(paths: readonly string[]): Promise<readonly (string | undefined)[]> {
    const found = (await this.#disk?.stamps(paths)) ?? [];
    return mapBounded(paths, AT_ONCE, async (path, at) => found[at] || (await this.#stamp(path)));
  }

  /** What the heads of those notes say that can be read; undefined where that is as much work as reading them whole. */
  async heads(paths: readonly string[]): Promise<ReadonlyMap<string, NoteHead> | undefined> {
    const heads = await this.#disk?.heads(paths);
    const found = new Map<string, NoteHead>();
    for (const [at, path] of paths.entries()) {
      const head = heads?.[at];
      if (head) found.set(path, head);
    }
    return heads && found;
  }

  /** Whether reading a file tells its time and size at no more cost. */
  get readingTellsStamps(): boolean {
    return this.#disk !== undefined;
  }

  /** Reads notes, each with its stamp if that is known, and tells each as it is there; those that cannot be read are left out. */
  async readAll(
    notes: readonly (readonly [path: string, stamp: string | undefined])[],
    known: ReadonlyMap<string, KnownNote>,
    read: (path: string, note: KnownNote) => void,
  ): Promise<void> {
    await mapBounded(notes, this.#disk ? THREADS_AT_ONCE : AT_ONCE, async ([path, stamp]) => {
      const before = known.get(path);
      const note = (await this.#readOnDisk(path, stamp, before)) ?? (await this.#read(path, stamp, before));
      if (note) read(path, note);
    });
  }

  async #readOnDisk(
    path: string,
    stamp: string | undefined,
    before: KnownNote | undefined,
  ): Promise<KnownNote | undefined> {
    const size = stamp === undefined ? undefined : sizeOf(stamp);
    const file = await this.#disk?.read({ path, print: before?.print ?? '' }, size);
    const note = file?.note ? unpackNote(file.note) : before?.note;
    return file && note ? { ...file, note } : undefined;
  }

  async #read(path: string, known: string | undefined, before: KnownNote | undefined): Promise<KnownNote | undefined> {
    const stamp = known ?? (await this.#stamp(path));
    const text =
      stamp === undefined
        ? undefined
        : await this.#asked(path, () => readText(vscode.Uri.joinPath(this.#folder, path)));
    if (stamp === undefined || text === undefined) return undefined;
    const print = fingerprint(text);
    const note = before?.print === print ? before.note : await this.#reader.summarize(this.#show, text);
    return { stamp, print, note };
  }

  async #stamp(path: string): Promise<string | undefined> {
    const found = await this.#asked(path, () => vscode.workspace.fs.stat(vscode.Uri.joinPath(this.#folder, path)));
    return found && stampOf(found.mtime, found.size);
  }

  /** Undefined where there is no such file, or where it cannot be read, which is told. */
  async #asked<T>(path: string, ask: () => Thenable<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) throw error;
      if (error.code !== 'FileNotFound') this.#log.warn(`${path} cannot be read: ${error.message}`);
      return undefined;
    }
  }
}
