import * as vscode from 'vscode';

/**
 * Words that may hold text of a note, of settings or of a server. VS Code makes links of `[words](command:…)` in a
 * notification, which run commands: here they stay words.
 */
export const harmless = (words: string): string => words.replaceAll('](', '] (');

export const showInformation = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  vscode.window.showInformationMessage(harmless(message), ...actions);

export const showWarning = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  vscode.window.showWarningMessage(harmless(message), ...actions);

export const showError = (message: string, ...actions: string[]): Thenable<string | undefined> =>
  vscode.window.showErrorMessage(harmless(message), ...actions);
