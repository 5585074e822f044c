import * as vscode from 'vscode';
import type { Episode } from '../../core/episode/episode.js';
import type { Show } from '../../core/show/show.js';
import type { TextEdit } from '../../core/text/span.js';
import { toTextEdits } from './convert.js';
import type { Episodes } from './episodes.js';
import { showWarning } from './messages.js';
import type { Shows } from './shows.js';

/** What to change in a note as it is now; undefined where it cannot be done there, an empty list where it is so already. */
export type ComputeEdits = (episode: Episode, show: Show) => readonly TextEdit[] | undefined;

/** `impossible`: there was nothing to compute. `refused`: VS Code did not take the edit, the user has been told why. */
export type EditResult = 'done' | 'impossible' | 'refused';

/** How often an edit is tried again when the document moved under it. */
const TRIES = 5;

/** Edits of open notes, one after the other, each computed from the text as it is then: quick hands lose nothing. */
export class NoteEdits {
  readonly #shows: Shows;
  readonly #episodes: Episodes;
  #last: Promise<unknown> = Promise.resolve();

  constructor(shows: Shows, episodes: Episodes) {
    this.#shows = shows;
    this.#episodes = episodes;
  }

  /** Makes one undoable edit. */
  apply(document: vscode.TextDocument, compute: ComputeEdits): Promise<EditResult> {
    const done = this.#last.then(() => this.#apply(document, compute));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #apply(document: vscode.TextDocument, compute: ComputeEdits): Promise<EditResult> {
    const folder = await this.#shows.showFor(document.uri);
    if (!folder || document.isClosed) return 'impossible';
    if (await isReadOnly(document))
      return refuse(vscode.l10n.t('{0} is read-only. Nothing was changed.', nameOf(document)));
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const edits = compute(await this.#episodes.read(document, folder.show), folder.show);
      if (edits === undefined) return 'impossible';
      if (edits.length === 0) return 'done';
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, toTextEdits(document, edits));
      if (await vscode.workspace.applyEdit(edit)) return 'done';
    }
    return refuse(vscode.l10n.t('{0} could not be changed. Try again.', nameOf(document)));
  }
}

function refuse(message: string): 'refused' {
  void showWarning(message);
  return 'refused';
}

const nameOf = ({ uri }: vscode.TextDocument): string => vscode.workspace.asRelativePath(uri);

/** A file system or a file that cannot be written, or one the user's settings keep from being edited. */
export async function isReadOnly(document: vscode.TextDocument): Promise<boolean> {
  const { uri, isUntitled } = document;
  if (isUntitled) return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  if (listed('readonlyInclude', document) && !listed('readonlyExclude', document)) return true;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false; // deleted under its editor: the text can still be changed, and saved again
  }
}

function listed(setting: 'readonlyInclude' | 'readonlyExclude', document: vscode.TextDocument): boolean {
  const globs = vscode.workspace.getConfiguration('files', document.uri).get<Record<string, boolean>>(setting, {});
  return Object.entries(globs).some(([pattern, on]) => on && vscode.languages.match({ pattern }, document) > 0);
}
