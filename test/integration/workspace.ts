import { assert } from 'chai';
import * as vscode from 'vscode';

/** What integration tests do with the workbench, through VS Code's API and the extension's public commands. */

export const folder = (): vscode.Uri => {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'a folder is open');
  return first.uri;
};

export const file = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), path);

export const read = async (path: string): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file(path)));

export const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)));
}

export async function until<T>(what: string, ask: () => T | Promise<T>, ms = 8000): Promise<NonNullable<T>> {
  for (const end = Date.now() + ms; ; ) {
    const value = await ask();
    if (value) return value;
    if (Date.now() > end) throw new Error(`gave up waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export const problemsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'tgik');

/** `link.empty-target`, however a diagnostic carries it. */
export const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

export const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');
