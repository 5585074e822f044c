import * as vscode from 'vscode';
import type { ComputedProblem } from '../../../core/diagnostics/computeProblems.js';
import { suppressingEdits, urlPatternFor } from '../../../core/diagnostics/suppressProblem.js';
import { ignoreUrl } from '../../../core/show/ignoreUrl.js';
import { SHOW_FILE } from '../../../core/show/parseShowFile.js';
import type { TextEdit } from '../../../core/text/span.js';
import { toTextEdits } from '../../adapters/convert.js';
import { exists } from '../../adapters/files.js';
import type { Judged } from './noteProblems.js';

/** Ways to keep one problem quiet: on its line, in its note, for its host in the show’s settings. */
export async function suppressActions(
  document: vscode.TextDocument,
  { facts }: Judged,
  problem: ComputedProblem,
): Promise<vscode.CodeAction[]> {
  if (problem.code === 'suppression.unused') return [];
  const { line, file } = suppressingEdits(facts, problem);
  const offer = (title: string, edit: TextEdit | null): vscode.CodeAction[] => {
    if (!edit) return [];
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(document.uri, toTextEdits(document, [edit]));
    return [action];
  };
  const pattern = urlPatternFor(facts, problem);
  return [
    ...offer(vscode.l10n.t('Ignore {0} on this line', problem.code), line),
    ...offer(vscode.l10n.t('Ignore {0} in this note', problem.code), file),
    ...(pattern === null ? [] : await ignoreUrls(document, pattern)),
  ];
}

async function ignoreUrls({ uri }: vscode.TextDocument, pattern: string): Promise<vscode.CodeAction[]> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return [];
  const file = vscode.Uri.joinPath(folder.uri, SHOW_FILE);
  const action = new vscode.CodeAction(
    vscode.l10n.t('Ignore problems of {0} in this show', pattern),
    vscode.CodeActionKind.QuickFix,
  );
  action.edit = new vscode.WorkspaceEdit();
  if (await exists(file)) {
    const document = await vscode.workspace.openTextDocument(file);
    const edit = ignoreUrl(document.getText(), pattern);
    if (!edit) return [];
    action.edit.set(file, toTextEdits(document, [edit]));
  } else {
    const contents = new TextEncoder().encode(`${JSON.stringify({ ignoreUrls: [pattern] }, null, 2)}\n`);
    action.edit.createFile(file, { contents, overwrite: false });
  }
  return [action];
}
