import * as vscode from 'vscode';
import type { Archive } from '../../core/archive/archive.js';
import { assembleArchive } from '../../core/archive/buildArchive.js';
import { type NoteSummary, summarizeNote } from '../../core/archive/noteSummary.js';
import { parseEpisode } from '../../core/episode/parseEpisode.js';
import { chooseTemplate, templatePaths } from '../../core/newEpisode/ownTemplate.js';
import { notesFolder, readNotesFolder } from '../../core/show/notePattern.js';
import type { Show } from '../../core/show/show.js';
import type { Episodes } from './episodes.js';
import { listFolder, readText } from './files.js';
import type { ShowFolder } from './showFolder.js';

/** Milliseconds of parsing after which the extension host gets a breath. */
const BREATH = 20;

/** Reads a show's notes; those whose file has not changed are not read again. */
export class ArchiveLoader {
  readonly #log: vscode.LogOutputChannel;
  readonly #episodes: Episodes;
  readonly #known = new Map<string, { stamp: string; show: Show; note: NoteSummary }>();

  constructor(log: vscode.LogOutputChannel, episodes: Episodes) {
    this.#log = log;
    this.#episodes = episodes;
  }

  async load({ folder, show }: ShowFolder): Promise<Archive> {
    const started = Date.now();
    const entries = await listFolder(vscode.Uri.joinPath(folder.uri, notesFolder(show)));
    const listed = entries.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
    const { candidates, folders } = readNotesFolder(show, listed);
    const notes = new Map<string, NoteSummary>();
    let breath = Date.now();
    for (const path of candidates) {
      const note = await this.#read(vscode.Uri.joinPath(folder.uri, path), show);
      if (note) notes.set(path, note);
      if (Date.now() - breath < BREATH) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      breath = Date.now();
    }
    const text = async (path: string): Promise<string | null> =>
      path === '' ? null : ((await readText(vscode.Uri.joinPath(folder.uri, path))) ?? null);
    const archive = assembleArchive(show, {
      notes,
      folders,
      index: await text(show.index),
      template: await readTemplate(text, show),
    });
    this.#log.debug(`Read ${notes.size} notes of ${folder.name} in ${Date.now() - started} ms.`);
    return archive;
  }

  async #read(uri: vscode.Uri, show: Show): Promise<NoteSummary | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open) return summarizeNote(this.#episodes.of(open, show));
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(uri);
      const stamp = `${mtime}-${size}`;
      const known = this.#known.get(uri.toString());
      if (known?.stamp === stamp && known.show === show) return known.note;
      const text = await readText(uri);
      if (text === undefined) return undefined;
      const note = summarizeNote(parseEpisode(text, show));
      this.#known.set(uri.toString(), { stamp, show, note });
      return note;
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) throw error;
      if (error.code !== 'FileNotFound') this.#log.warn(`${uri.path} cannot be read: ${error.message}`);
      return undefined;
    }
  }
}

/** A template becomes part of new notes: only in a folder the user trusts, whoever names it. */
async function readTemplate(read: (path: string) => Promise<string | null>, show: Show): Promise<string | null> {
  if (!vscode.workspace.isTrusted) return null;
  return chooseTemplate(show, await Promise.all(templatePaths(show).map(read)));
}
