import * as vscode from 'vscode';

/** Rows carry a URI of this scheme so that VS Code can be told to dim them. */
const SCHEME = 'tgik-outline';

export const rowUri = (key: number, checked: boolean | null): vscode.Uri =>
  vscode.Uri.from({ scheme: SCHEME, path: `/${key}`, query: checked === true ? 'done' : '' });

/** Dims what is done, as far as it can still be read; not in high contrast. */
export class DoneItems implements vscode.FileDecorationProvider {
  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== SCHEME || uri.query !== 'done') return undefined;
    return { color: new vscode.ThemeColor('tgik.doneForeground') };
  }
}
