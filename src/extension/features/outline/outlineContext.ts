import type * as vscode from 'vscode';
import type { Services } from '../../services.js';
import type { OutlineNode } from './outlineNode.js';
import type { OutlineTree } from './outlineTree.js';
import type { Ticking } from './ticking.js';

/** What the outline's commands work on. */
export interface OutlineContext {
  readonly services: Services;
  readonly tree: OutlineTree;
  readonly view: vscode.TreeView<OutlineNode>;
  readonly ticking: Ticking;
}
