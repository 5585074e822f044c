import { applyEdits as applyJsonEdits, type ModificationOptions, modify } from 'jsonc-parser';
import * as vscode from 'vscode';
import { SHOW_FILE } from '../../../core/show/parseShowFile.js';
import { exists } from '../../adapters/files.js';
import { today } from '../../adapters/linkVerdicts.js';
import type { ShowFolder } from '../../adapters/showFolder.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const AHEAD = 90 * 24 * 60 * 60 * 1000;

/** Lists a link in `.tgik.json` as one that need not be right until a day. Asks for what is not given. */
export async function ignoreLink(
  { folder }: ShowFolder,
  url: string,
  givenUntil?: string,
  givenReason?: string,
): Promise<void> {
  const until = givenUntil ?? (await askUntil());
  if (until === undefined || !DAY.test(until)) return;
  const reason = givenReason ?? (await askReason());
  if (reason === undefined) return;
  const file = vscode.Uri.joinPath(folder.uri, SHOW_FILE);
  if (!(await exists(file))) {
    const creation = new vscode.WorkspaceEdit();
    creation.createFile(file, { contents: new TextEncoder().encode('{}\n') });
    if (!(await vscode.workspace.applyEdit(creation)))
      throw new Error(vscode.l10n.t('{0} cannot be written.', SHOW_FILE));
  }
  const document = await vscode.workspace.openTextDocument(file);
  const wasDirty = document.isDirty;
  const text = document.getText();
  const added = withIgnored(text, { url, until, reason });
  const change = new vscode.WorkspaceEdit();
  change.replace(file, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), added);
  if (!(await vscode.workspace.applyEdit(change))) throw new Error(vscode.l10n.t('{0} cannot be written.', SHOW_FILE));
  if (!wasDirty) await document.save();
}

/** The settings file's text with one more link ignored; comments and all else stay. */
function withIgnored(text: string, entry: { url: string; until: string; reason: string }): string {
  const options: ModificationOptions = {
    isArrayInsertion: true,
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' },
  };
  return applyJsonEdits(text, modify(text, ['links', 'ignore', -1], entry, options));
}

const askUntil = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore Link'),
    prompt: vscode.l10n.t('Until which day? YYYY-MM-DD'),
    value: new Date(Date.parse(today()) + AHEAD).toISOString().slice(0, 10),
    validateInput: (value) => (DAY.test(value) ? undefined : vscode.l10n.t('Expected a day such as 2024-06-01.')),
  });

const askReason = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore Link'),
    prompt: vscode.l10n.t('Why? Whoever reads the show’s settings will want to know.'),
  });
