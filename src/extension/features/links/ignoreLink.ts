import { type ModificationOptions, modify, type ParseError, parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { SHOW_FILE } from '../../../core/show/parseShowFile.js';
import { applyEdits, span, type TextEdit } from '../../../core/text/span.js';
import { toTextEdits } from '../../adapters/convert.js';
import { exists, isFaithful, leadsThroughLink } from '../../adapters/files.js';
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
  const entry = { url, until, reason };
  const edit = new vscode.WorkspaceEdit();
  if (!(await exists(file))) {
    const contents = new TextEncoder().encode(applyEdits('{}\n', withIgnored('{}\n', entry)));
    edit.createFile(file, { contents, overwrite: false });
    await applyOrThrow(edit);
    return;
  }
  if (await leadsThroughLink(folder.uri, SHOW_FILE))
    throw new Error(vscode.l10n.t('{0} is a symbolic link. Nothing was written.', SHOW_FILE));
  const document = await vscode.workspace.openTextDocument(file);
  const { isDirty } = document;
  const faithful = await isFaithful(document);
  edit.set(file, toTextEdits(document, withIgnored(document.getText(), entry)));
  await applyOrThrow(edit);
  if (!isDirty && faithful) await document.save();
}

async function applyOrThrow(edit: vscode.WorkspaceEdit): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('{0} cannot be written.', SHOW_FILE));
}

/** What makes one more link ignored in the settings file's text; comments and all else stay. Throws where it is broken. */
function withIgnored(text: string, entry: { url: string; until: string; reason: string }): TextEdit[] {
  const errors: ParseError[] = [];
  const settings: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof settings !== 'object' || settings === null)
    throw new Error(vscode.l10n.t('{0} is broken. Nothing was changed: mend it first.', SHOW_FILE));
  const options: ModificationOptions = {
    isArrayInsertion: true,
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' },
  };
  return modify(text, ['links', 'ignore', -1], entry, options).map(({ offset, length, content }) => ({
    span: span(offset, offset + length),
    newText: content,
  }));
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
