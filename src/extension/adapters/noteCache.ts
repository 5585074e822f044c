import * as vscode from 'vscode';
import type { NoteSummary } from '../../core/archive/noteSummary.js';
import type { Show } from '../../core/show/show.js';
import { fingerprint } from '../../core/text/fingerprint.js';
import { Breath } from './breath.js';

/** What is known of one file. */
export interface KnownNote {
  /** Its time and size. */
  readonly stamp: string;
  /** `fingerprint` of its text. */
  readonly print: string;
  readonly note: NoteSummary;
}

/** Notes of one show by path. */
export type KnownNotes = ReadonlyMap<string, KnownNote>;

/**
 * Keeps what was read of a show's notes from one session to the next: a line for what it was read with, then a line of
 * JSON for each note. Whatever is not as expected there is as good as nothing.
 */
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
      let start = text.indexOf('\n') + 1;
      if (text.slice(0, start).trimEnd() !== this.#head(show)) return known;
      for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
        const [path, stamp, print, note] = JSON.parse(text.slice(start, end)) as [string, string, string, NoteSummary];
        known.set(path, { stamp, print, note });
        start = end + 1;
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
  async write(folder: vscode.Uri, show: Show, known: KnownNotes): Promise<void> {
    const file = this.#file(folder);
    if (!file || !this.#storage) return;
    const lines = [this.#head(show)];
    const breath = new Breath();
    for (const [path, { stamp, print, note }] of known) {
      lines.push(JSON.stringify([path, stamp, print, note]));
      await breath.taken();
    }
    const draft = file.with({ path: `${file.path}.${Math.random().toString(36).slice(2)}` });
    try {
      await vscode.workspace.fs.createDirectory(this.#storage);
      await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(`${lines.join('\n')}\n`));
      await vscode.workspace.fs.rename(draft, file, { overwrite: true });
    } catch (error) {
      this.#log.warn(`${file.path} cannot be written: ${error}`);
      await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
    }
  }

  #head(show: Show): string {
    return JSON.stringify([this.#version, show]);
  }

  #file(folder: vscode.Uri): vscode.Uri | undefined {
    return this.#storage && vscode.Uri.joinPath(this.#storage, `notes-${fingerprint(folder.toString())}.jsonl`);
  }
}
