import * as vscode from 'vscode';
import type { NewEpisodePlan, PlannedFile } from '../../../core/newEpisode/choices.js';
import { diffSpan } from '../../../core/text/diffSpan.js';
import { toRange } from '../../adapters/convert.js';
import { exists } from '../../adapters/files.js';
import type { ShowFolder } from '../../adapters/showFolder.js';

/**
 * Writes a plan as one undoable edit: the note is created, never overwritten, and the index gets its line. Throws an
 * Error in plain words where that is not possible; then nothing is written.
 */
export async function applyPlan(plan: NewEpisodePlan, { folder }: ShowFolder): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const changed: vscode.TextDocument[] = [];
  for (const file of plan.files) {
    const uri = vscode.Uri.joinPath(folder.uri, file.path);
    if (file.before === null) {
      if (await exists(uri)) throw new Error(vscode.l10n.t('{0} exists already.', file.path));
      edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(file.after) });
    } else changed.push(await addChange(edit, uri, file));
  }
  const clean = changed.filter((document) => !document.isDirty);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('{0} could not be written.', plan.path));
  for (const document of clean) await document.save();
}

async function addChange(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  { path, before, after }: PlannedFile,
): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const withoutBom = (text: string): string => text.replace(/^\uFEFF/, '');
  const text = withoutBom(before ?? '');
  if (document.getText() !== text) throw new Error(vscode.l10n.t('{0} has changed meanwhile. Try again.', path));
  const { span, newText } = diffSpan(text, withoutBom(after));
  edit.replace(uri, toRange(document, span), newText);
  return document;
}
