import * as vscode from 'vscode';
import { type KnownNote, readKnownNotes, writeKnownNotes } from '../../core/archive/knownNotes.js';
import type { Show } from '../../core/show/show.js';
import { fingerprint } from '../../core/text/fingerprint.js';
import { Breath } from './breath.js';

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

  async read(folder: vscode.Uri, show: Show): Promise<Map<string, KnownNote>> {
    const known = new Map<string, KnownNote>();
    const file = this.#file(folder);
    if (!file) return known;
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      const breath = new Breath();
      for (const [path, note] of readKnownNotes(this.#readWith(show), text)) {
        known.set(path, note);
        await breath.taken();
      }
      return known;
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError))
        this.#log.warn(`${file.path} is damaged and was left aside: ${error}`);
      return new Map();
    }
  }

  /** Whole or not at all; a disk that is full costs nothing but time. */
  async write(folder: vscode.Uri, show: Show, known: ReadonlyMap<string, KnownNote>): Promise<void> {
    const file = this.#file(folder);
    if (!file || !this.#storage) return;
    const lines: string[] = [];
    const breath = new Breath();
    for (const line of writeKnownNotes(this.#readWith(show), known)) {
      lines.push(line);
      await breath.taken();
    }
    const draft = file.with({ path: `${file.path}.${Math.random().toString(36).slice(2)}` });
    try {
      await vscode.workspace.fs.createDirectory(this.#storage);
      await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(lines.join('')));
      await vscode.workspace.fs.rename(draft, file, { overwrite: true });
    } catch (error) {
      this.#log.warn(`${file.path} cannot be written: ${error}`);
      await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
    }
  }

  #readWith(show: Show): string {
    return JSON.stringify([this.#version, show]);
  }

  #file(folder: vscode.Uri): vscode.Uri | undefined {
    return this.#storage && vscode.Uri.joinPath(this.#storage, `notes-${fingerprint(folder.toString())}.jsonl`);
  }
}
