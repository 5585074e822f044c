import * as vscode from 'vscode';
import type { NewEpisodePlan, PlannedFile } from '../../../core/newEpisode/choices.js';
import { diffSpan } from '../../../core/text/diffSpan.js';
import { toRange } from '../../adapters/convert.js';
import { exists } from '../../adapters/files.js';
import { isReadOnly } from '../../adapters/noteEdits.js';
import type { ShowFolder } from '../../adapters/showFolder.js';

/** Why nothing was written, and which file stood in the way. */
export interface Unwritten {
  readonly reason: 'exists' | 'read-only' | 'changed' | 'failed';
  readonly path: string;
}

/**
 * Writes a plan as one undoable edit: the note is created, never overwritten, and the index gets its line. Where that is
 * not possible nothing is written, and why is given.
 */
export async function applyPlan(plan: NewEpisodePlan, { folder }: ShowFolder): Promise<Unwritten | undefined> {
  const uriOf = (path: string): vscode.Uri => vscode.Uri.joinPath(folder.uri, path);
  const note = uriOf(plan.path);
  if (vscode.workspace.fs.isWritableFileSystem(note.scheme) === false)
    return { reason: 'read-only', path: folder.name };
  if (await exists(note)) return { reason: 'exists', path: plan.path };
  const edit = new vscode.WorkspaceEdit();
  const changed: vscode.TextDocument[] = [];
  for (const file of plan.files) {
    if (file.before === null) {
      edit.createFile(uriOf(file.path), {
        overwrite: false,
        ignoreIfExists: false,
        contents: new TextEncoder().encode(file.after),
      });
      continue;
    }
    const document = await addChange(edit, uriOf(file.path), file);
    if (typeof document === 'string') return { reason: document, path: file.path };
    changed.push(document);
  }
  const clean = changed.filter((document) => !document.isDirty);
  if (!(await vscode.workspace.applyEdit(edit))) return takeBack(note, plan);
  for (const document of clean) {
    if (!(await document.save()))
      void vscode.window.showWarningMessage(vscode.l10n.t('{0} could not be saved.', show(document)));
  }
  return undefined;
}

const show = ({ uri }: vscode.TextDocument): string => vscode.workspace.asRelativePath(uri);

async function addChange(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  { before, after }: PlannedFile,
): Promise<vscode.TextDocument | 'read-only' | 'changed'> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (await isReadOnly(document)) return 'read-only';
  const withoutBom = (text: string): string => text.replace(/^\uFEFF/, '');
  const text = withoutBom(before ?? '');
  if (document.getText() !== text) return 'changed';
  const { span, newText } = diffSpan(text, withoutBom(after));
  edit.replace(uri, toRange(document, span), newText);
  return document;
}

/** Half a note is worse than none: what this edit has begun is gone again, what another wrote stays. */
async function takeBack(note: vscode.Uri, { path, files }: NewEpisodePlan): Promise<Unwritten> {
  if (!(await exists(note))) return { reason: 'failed', path };
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(note));
  const after = files[0]?.after ?? '';
  if (written === after || !after.startsWith(written)) return { reason: 'exists', path };
  await vscode.workspace.fs.delete(note);
  return { reason: 'failed', path };
}
