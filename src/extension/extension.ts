import type * as vscode from 'vscode';
import { activateFeatures } from './activate.js';

/** The desktop's entry point. */
export function activate(context: vscode.ExtensionContext): void {
  activateFeatures(context);
}
