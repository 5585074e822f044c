import type * as vscode from 'vscode';
import type { Services } from '../../services.js';

/** What the check of links can do; its code is only loaded where links are checked. */
export interface LinksSession extends vscode.Disposable {
  checkNote(): Promise<void>;
  checkShow(): Promise<void>;
  showSummary(): Promise<void>;
  checkAgain(url: string): Promise<void>;
  replaceEverywhere(url: string): Promise<void>;
  replaceByArchived(note: vscode.Uri, url: string): Promise<void>;
  ignore(note: vscode.Uri, url: string, until?: string, reason?: string): Promise<void>;
}

/** The file beside the extension's that holds that code: its exports. */
export interface LinksModule {
  startLinks(services: Services): Promise<LinksSession>;
}
