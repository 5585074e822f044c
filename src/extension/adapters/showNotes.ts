import * as vscode from 'vscode';
import type { ArchivedEpisode } from '../../core/archive/archive.js';
import type { KeptNotes, KnownNote } from '../../core/archive/knownNotes.js';
import type { NoteHead } from '../../core/archive/noteHead.js';
import { type NoteSummary, summarizeNote } from '../../core/archive/noteSummary.js';
import type { Episode } from '../../core/episode/episode.js';
import type { Show } from '../../core/show/show.js';
import { oncePer } from '../../core/text/oncePer.js';
import type { Episodes } from './episodes.js';
import type { OnFound } from './noteCache.js';
import type { NoteFiles } from './noteFiles.js';

/** The same while a note's text is. */
// the core is loaded with the first note
const summaryOf = oncePer((episode: Episode): NoteSummary => summarizeNote(episode));

/** Bytes of what is kept of so many notes that their files are worth getting ready for. */
const LARGE = 2_000_000;

/** Notes to read whole that are worth reading the heads of first. */
const MANY = 200;

/** What is known of the notes of one folder, by path; those whose file has not changed are not read again. */
export class ShowNotes {
  readonly show: Show;
  readonly known = new Map<string, KnownNote>();
  /** The archive as it was kept. */
  kept: readonly ArchivedEpisode[] = [];
  /** Notes read since they were last put by. */
  unsaved = 0;
  readonly #folder: string;
  readonly #readKept: (onFound: OnFound) => Promise<KeptNotes | undefined>;
  #kept: Promise<void> | undefined;
  /** Whether there is something. */
  #found: Promise<boolean> | undefined;
  /** Paths of files that are as known, as far as watchers tell. */
  readonly #sure = new Set<string>();

  /** `readKept` gives what was kept of earlier sessions, and tells before that where there is something. */
  constructor(folder: vscode.Uri, show: Show, readKept: (onFound: OnFound) => Promise<KeptNotes | undefined>) {
    this.#folder = folder.path.endsWith('/') ? folder.toString() : `${folder}/`;
    this.show = show;
    this.#readKept = readKept;
  }

  /** A file has changed, come or gone. */
  touch(uri: vscode.Uri): void {
    this.#sure.delete(this.#pathOf(uri));
  }

  /** Every file is asked again whether it has changed. */
  touchAll(): void {
    this.#sure.clear();
  }

  /** Begins to read what was kept of earlier sessions, unless that has been done. */
  recall(files: NoteFiles): void {
    if (this.#kept) return;
    let onFound: (found: boolean) => void = () => undefined;
    this.#found = new Promise((resolve) => {
      onFound = resolve;
    });
    this.#kept = this.#recall(files, onFound);
    this.#kept.catch(() => onFound(false));
  }

  /**
   * Reads the notes among `candidates`; open ones as their editors have them. Where many are new, `onHeads` is told
   * first what the heads of all say.
   */
  async read(
    candidates: readonly string[],
    files: NoteFiles,
    episodes: Episodes,
    onHeads: (heads: ReadonlyMap<string, NoteHead>) => Promise<void>,
  ): Promise<ReadonlyMap<string, NoteSummary>> {
    const documents = this.#open(new Set(candidates));
    const open = new Map<string, NoteSummary>();
    const opened = Promise.all(
      [...documents].map(async ([path, document]) =>
        open.set(path, summaryOf(await episodes.read(document, this.show))),
      ),
    );
    opened.catch(() => undefined);
    const known = (path: string): NoteSummary | undefined => open.get(path) ?? this.known.get(path)?.note;
    try {
      const changed = await this.#changed(
        candidates.filter((path) => !documents.has(path)),
        files,
      );
      if (changed.size >= MANY) {
        const heads = await files.heads([...changed.keys()]);
        await opened;
        if (heads) await onHeads(notesOf(candidates, (path) => (changed.has(path) ? heads.get(path) : known(path))));
      }
      await this.#readChanged(changed, files);
      await opened;
    } catch (error) {
      this.touchAll();
      throw error;
    }
    const notes = notesOf(candidates, known);
    for (const path of this.known.keys()) if (!notes.has(path)) this.known.delete(path);
    return notes;
  }

  #open(candidates: ReadonlySet<string>): Map<string, vscode.TextDocument> {
    const open = new Map<string, vscode.TextDocument>();
    for (const document of vscode.workspace.textDocuments) {
      const path = this.#pathOf(document.uri);
      if (candidates.has(path)) open.set(path, document);
    }
    return open;
  }

  /** The files that are not as known, with their time and size where those were asked for. */
  async #changed(paths: readonly string[], files: NoteFiles): Promise<Map<string, string | undefined>> {
    const unsure = paths.filter((path) => !(this.#sure.has(path) && this.known.has(path)));
    // first, so that a change meanwhile takes it back
    for (const path of unsure) this.#sure.add(path);
    this.recall(files);
    // while what is kept is read
    const asked = (await this.#found) || this.known.size > 0 ? files.stamps(unsure) : undefined;
    asked?.catch(() => undefined);
    await this.#kept;
    if (this.known.size === 0 && files.readingTellsStamps) return new Map(unsure.map((path) => [path, undefined]));
    const stamps = await (asked ?? files.stamps(unsure));
    const changed = new Map<string, string | undefined>();
    for (const [at, path] of unsure.entries()) {
      const stamp = stamps[at];
      if (stamp === undefined) this.known.delete(path);
      else if (this.known.get(path)?.stamp !== stamp) changed.set(path, stamp);
    }
    return changed;
  }

  async #recall(files: NoteFiles, onFound: (found: boolean) => void): Promise<void> {
    const kept = await this.#readKept((size) => {
      if (size > LARGE) files.prepare();
      onFound(true);
    });
    onFound(false);
    for (const [path, note] of kept?.notes ?? []) this.known.set(path, note);
    this.kept = kept?.episodes ?? [];
  }

  /** The newest first: what a host works on. */
  async #readChanged(changed: ReadonlyMap<string, string | undefined>, files: NoteFiles): Promise<void> {
    const unread = new Set(changed.keys());
    await files.readAll([...changed].reverse(), this.known, (path, note) => {
      this.known.set(path, note);
      this.unsaved += 1;
      unread.delete(path);
    });
    for (const path of unread) this.known.delete(path);
  }

  /** From the folder, with `/`; '' outside of it. */
  #pathOf(uri: vscode.Uri): string {
    const name = uri.toString();
    return name.startsWith(this.#folder) ? decodeURIComponent(name.slice(this.#folder.length)) : '';
  }
}

/** Those that are there, in the order of the candidates. */
function notesOf<Note>(candidates: readonly string[], find: (path: string) => Note | undefined): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (const path of candidates) {
    const note = find(path);
    if (note) notes.set(path, note);
  }
  return notes;
}
