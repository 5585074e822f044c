import * as vscode from 'vscode';
import type { EpisodeIndex } from '../../core/archive/episodeIndex.js';
import { readKnownIndex, writeKnownIndex } from '../../core/archive/knownIndex.js';
import { type KnownNote, readKnownNotes, writeKnownNotes } from '../../core/archive/knownNotes.js';
import type { Show } from '../../core/show/show.js';
import { fingerprint } from '../../core/text/fingerprint.js';
import { Breath } from './breath.js';

const NEWLINE = 10;

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

  /** `onFound` is called where there is something, before it is unpacked. */
  async read(folder: vscode.Uri, show: Show, onFound: () => void): Promise<Map<string, KnownNote>> {
    const known = await this.#read(this.#file('notes', folder), async (bytes) => {
      onFound();
      const notes = new Map<string, KnownNote>();
      const breath = new Breath();
      for (const [path, note] of readKnownNotes(this.#readWith(show), linesOf(bytes))) {
        notes.set(path, note);
        await breath.taken();
      }
      return notes;
    });
    return known ?? new Map();
  }

  async write(folder: vscode.Uri, show: Show, known: ReadonlyMap<string, KnownNote>): Promise<void> {
    const lines: string[] = [];
    const breath = new Breath();
    for (const line of writeKnownNotes(this.#readWith(show), known)) {
      lines.push(line);
      await breath.taken();
    }
    await this.#write(this.#file('notes', folder), lines.join(''));
  }

  /** The index with this text as it was read before. */
  async readIndex(folder: vscode.Uri, show: Show, text: string): Promise<EpisodeIndex | undefined> {
    return this.#read(this.#file('index', folder), (bytes) =>
      readKnownIndex(this.#readWith(show), fingerprint(text), text, decode(bytes)),
    );
  }

  async writeIndex(folder: vscode.Uri, show: Show, index: EpisodeIndex): Promise<void> {
    await this.#write(
      this.#file('index', folder),
      writeKnownIndex(this.#readWith(show), fingerprint(index.text), index),
    );
  }

  /** Undefined where there is no such file, or where it is damaged. */
  async #read<T>(file: vscode.Uri | undefined, read: (bytes: Uint8Array) => T | Promise<T>): Promise<T | undefined> {
    if (!file) return undefined;
    try {
      return await read(await vscode.workspace.fs.readFile(file));
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError))
        this.#log.warn(`${file.path} is damaged and was left aside: ${error}`);
      return undefined;
    }
  }

  /** Whole or not at all; a disk that is full costs nothing but time. */
  async #write(file: vscode.Uri | undefined, text: string): Promise<void> {
    if (!file || !this.#storage) return;
    const draft = file.with({ path: `${file.path}.${Math.random().toString(36).slice(2)}` });
    try {
      await vscode.workspace.fs.createDirectory(this.#storage);
      await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
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
    return this.#storage && vscode.Uri.joinPath(this.#storage, `${kind}-${fingerprint(folder.toString())}.jsonl`);
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** One at a time, each with its end: all at once would be one long step. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    yield decode(bytes.subarray(start, end));
    start = end;
  }
}
