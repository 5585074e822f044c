import * as vscode from 'vscode';
import type { NewEpisodePlan, PlannedFile } from '../../../core/newEpisode/choices.js';
import { withoutBom } from '../../../core/text/byteOrderMark.js';
import { diffSpan } from '../../../core/text/diffSpan.js';
import { toRange } from '../../adapters/convert.js';
import { exists, isFaithful, leadsThroughLink, listFolder } from '../../adapters/files.js';
import { showWarning } from '../../adapters/messages.js';
import { isReadOnly } from '../../adapters/noteEdits.js';
import type { ShowFolder } from '../../adapters/showFolder.js';

/** Why nothing was written, and which file stood in the way; `index`: the note was, its line in the index was not. */
export interface Unwritten {
  readonly reason: 'exists' | 'read-only' | 'changed' | 'failed' | 'unfaithful' | 'link' | 'index';
  readonly path: string;
}

/** Milliseconds after which a note that does not grow is written by nobody any more. */
const STILL = 300;

/**
 * Writes a plan as one undoable edit: the note is created, never overwritten, and the index gets its line. Where that is
 * not possible nothing is written, and why is given.
 */
export async function applyPlan(
  plan: NewEpisodePlan,
  { folder, show: { index } }: ShowFolder,
  withIndex: boolean,
): Promise<Unwritten | undefined> {
  const uriOf = (path: string): vscode.Uri => vscode.Uri.joinPath(folder.uri, path);
  const note = uriOf(plan.path);
  if (vscode.workspace.fs.isWritableFileSystem(note.scheme) === false)
    return { reason: 'read-only', path: folder.name };
  for (const path of [plan.path, ...(withIndex && index !== '' ? [index] : [])])
    if (await leadsThroughLink(folder.uri, path)) return { reason: 'link', path };
  if (await exists(note)) return { reason: 'exists', path: plan.path };
  const first = await firstMissing(folder.uri, plan.path);
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
  if (!(await vscode.workspace.applyEdit(edit))) return takeBack(note, plan, first);
  for (const document of clean) {
    if (!(await document.save())) void showWarning(vscode.l10n.t('{0} could not be saved.', show(document)));
  }
  return undefined;
}

const show = ({ uri }: vscode.TextDocument): string => vscode.workspace.asRelativePath(uri);

async function addChange(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  { before, after }: PlannedFile,
): Promise<vscode.TextDocument | 'read-only' | 'changed' | 'unfaithful'> {
  if (!(await exists(uri))) return 'changed';
  const document = await vscode.workspace.openTextDocument(uri);
  if (await isReadOnly(document)) return 'read-only';
  if (!(await isFaithful(document))) return 'unfaithful';
  const text = withoutBom(before ?? '');
  if (document.getText() !== text) return 'changed';
  const { span, newText } = diffSpan(text, withoutBom(after));
  edit.replace(uri, toRange(document, span), newText);
  return document;
}

/** The topmost folder that is made for a file; undefined where all are there. */
async function firstMissing(root: vscode.Uri, path: string): Promise<vscode.Uri | undefined> {
  let at = root;
  for (const name of path.split('/').slice(0, -1)) {
    at = vscode.Uri.joinPath(at, name);
    if (!(await exists(at))) return at;
  }
  return undefined;
}

/** Half a note is worse than none: what this edit has begun is gone again, what is whole or another's stays. */
async function takeBack(
  note: vscode.Uri,
  { path, files: [file, ...others] }: NewEpisodePlan,
  first: vscode.Uri | undefined,
): Promise<Unwritten> {
  const after = file?.after ?? '';
  const written = await textAt(note);
  if (written === after) return { reason: 'index', path: others[0]?.path ?? path };
  if (written !== undefined) {
    if (!after.startsWith(written)) return { reason: 'exists', path };
    await new Promise((resolve) => setTimeout(resolve, STILL));
    if ((await textAt(note)) !== written) return { reason: 'exists', path };
    await vscode.workspace.fs.delete(note);
  }
  for (let at = vscode.Uri.joinPath(note, '..'); first && at.path.startsWith(first.path); ) {
    if (!(await exists(at)) || (await listFolder(at)).length > 0) break;
    await vscode.workspace.fs.delete(at);
    at = vscode.Uri.joinPath(at, '..');
  }
  return { reason: 'failed', path };
}

async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  if (!(await exists(uri))) return undefined;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}
