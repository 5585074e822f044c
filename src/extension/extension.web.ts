import type * as vscode from 'vscode';
import { activateFeatures } from './activate.js';

/** The web's entry point: the same list of features. */
export function activate(context: vscode.ExtensionContext): void {
  activateFeatures(context);
}
