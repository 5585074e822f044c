import type * as vscode from 'vscode';
import { activateFeatures } from './activate.js';
import type { LinksModule } from './features/links/linksSession.js';

/** The desktop's entry point. The check of links is a file of its own, loaded where links are checked. */
export function activate(context: vscode.ExtensionContext): void {
  activateFeatures(context, () => require('./links.cjs') as LinksModule);
}
