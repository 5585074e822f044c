import type * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import type { Services } from '../../services.js';
import type { OutlineRow } from './outlineRow.js';
import type { OutlineTree } from './outlineTree.js';

/** What the outline's commands work on. */
export interface OutlineContext {
  readonly services: Services;
  readonly tree: OutlineTree;
  readonly view: vscode.TreeView<OutlineRow>;
  /** Selects the row that keys have led to: VS Code tells of rows selected only. */
  selectFocused(): Promise<void>;
  /** Brings the tree's rows up to a version of a document, if it is the one shown. */
  follow(document: vscode.TextDocument, episode: Episode): void;
}
