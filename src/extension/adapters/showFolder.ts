import type * as vscode from 'vscode';
import type { IgnoredLink } from '../../core/links/ignoredLinks.js';
import type { Show } from '../../core/show/show.js';

/** A workspace folder and the show in it. */
export interface ShowFolder {
  readonly folder: vscode.WorkspaceFolder;
  readonly show: Show;
  /** Rule code → severity or `off`, from `.tgik.json`. */
  readonly severities: Readonly<Record<string, string>>;
  /** Links that need not be right for now. */
  readonly ignoredLinks: readonly IgnoredLink[];
  /** What is wrong with the settings that say where files are; each counts as not set. */
  readonly problems: readonly string[];
}
