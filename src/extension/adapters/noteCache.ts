import * as vscode from 'vscode';
import type { ArchivedEpisode } from '../../core/archive/archive.js';
import type { EpisodeIndex } from '../../core/archive/episodeIndex.js';
import { readKnownIndex, writeKnownIndex } from '../../core/archive/knownIndex.js';
import { type KeptNotes, type KnownNote, readKnownNotes, writeKnownNotes } from '../../core/archive/knownNotes.js';
import type { Show } from '../../core/show/show.js';
import { fingerprint } from '../../core/text/fingerprint.js';
import { Breath } from './breath.js';

export type OnFound = (size: number) => void;

/** Keeps what was read of a show's notes from one session to the next. What is damaged or old is left aside. */
export class NoteCache {
  readonly #storage: vscode.Uri | undefined;
  readonly #version: string;
  readonly #log: vscode.LogOutputChannel;

  /** Without `storage` nothing is kept. Another version of the extension may read notes otherwise. */
  constructor(storage: vscode.Uri | undefined, version: string, log: vscode.LogOutputChannel) {
    this.#storage = storage;
    this.#version = version;
    this.#log = log;
  }

  /** `onFound` is told where there is something, and of how many bytes, before it is read. */
  async read(folder: vscode.Uri, show: Show, onFound: OnFound): Promise<KeptNotes | undefined> {
    const file = this.#file('notes', folder);
    const read = (bytes: Uint8Array): Promise<KeptNotes> =>
      new Breath().finish(readKnownNotes(this.#readWith(show), bytes, decode));
    const kept = await this.#read(file, read, onFound);
    if (kept?.isDamaged) this.#log.warn(`${file?.path} is damaged: some notes are read again.`);
    return kept;
  }

  /** `episodes` are those of an archive of all notes that are known, and of no others. */
  async write(
    folder: vscode.Uri,
    show: Show,
    episodes: readonly ArchivedEpisode[],
    known: ReadonlyMap<string, KnownNote>,
  ): Promise<void> {
    if (!this.#storage) return;
    const writing = writeKnownNotes(this.#readWith(show), episodes, known, encode);
    await this.#write(this.#file('notes', folder), await new Breath().finish(writing));
  }

  /** The index with this text as it was read before. */
  async readIndex(folder: vscode.Uri, show: Show, text: string): Promise<EpisodeIndex | undefined> {
    return this.#read(this.#file('index', folder), (bytes) =>
      readKnownIndex(this.#readWith(show), fingerprint(text), text, bytes, decode),
    );
  }

  async writeIndex(folder: vscode.Uri, show: Show, index: EpisodeIndex): Promise<void> {
    await this.#write(
      this.#file('index', folder),
      writeKnownIndex(this.#readWith(show), fingerprint(index.text), index, encode),
    );
  }

  /** Undefined where there is no such file, or where it is damaged. */
  async #read<T>(
    file: vscode.Uri | undefined,
    read: (bytes: Uint8Array) => T | Promise<T>,
    onFound?: OnFound,
  ): Promise<T | undefined> {
    if (!file) return undefined;
    try {
      if (onFound) onFound((await vscode.workspace.fs.stat(file)).size);
      return await read(await vscode.workspace.fs.readFile(file));
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError))
        this.#log.warn(`${file.path} is damaged and was left aside: ${error}`);
      return undefined;
    }
  }

  /** Whole or not at all; a disk that is full costs nothing but time. */
  async #write(file: vscode.Uri | undefined, bytes: Uint8Array): Promise<void> {
    if (!file || !this.#storage) return;
    const draft = file.with({ path: `${file.path}.${Math.random().toString(36).slice(2)}` });
    try {
      await vscode.workspace.fs.createDirectory(this.#storage);
      await vscode.workspace.fs.writeFile(draft, bytes);
      await vscode.workspace.fs.rename(draft, file, { overwrite: true });
    } catch (error) {
      this.#log.warn(`${file.path} cannot be written: ${error}`);
      await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
    }
  }

  #readWith(show: Show): string {
    return JSON.stringify([this.#version, show]);
  }

  #file(kind: 'notes' | 'index', folder: vscode.Uri): vscode.Uri | undefined {
    return this.#storage && vscode.Uri.joinPath(this.#storage, `${kind}-${fingerprint(folder.toString())}`);
  }
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const decode = (bytes: Uint8Array): string => decoder.decode(bytes);
const encode = (text: string): Uint8Array => encoder.encode(text);
