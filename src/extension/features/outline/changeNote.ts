import * as vscode from 'vscode';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { showWarning } from '../../adapters/messages.js';
import type { ComputeEdits } from '../../adapters/noteEdits.js';
import type { ItemTarget } from './itemTarget.js';
import type { OutlineContext } from './outlineContext.js';

const NO = (): string =>
  vscode.l10n.t('Nothing was changed: Markdown would read the outline in another way. Edit the note itself.');

/** Makes the edit, says so where it cannot be made; the item stays selected, and the cursor in it goes along. */
export async function change(
  context: OutlineContext,
  target: ItemTarget,
  compute: ComputeEdits,
  no = NO(),
): Promise<boolean> {
  const { services, tree, view } = context;
  const { document } = target;
  await followNow(context, document);
  const row = target.row ?? tree.find(target.item);
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const cursor = editor && cursorIn(editor, target.item);
  const result = await services.edits.apply(document, compute);
  if (result === 'impossible') void showWarning(no);
  if (result !== 'done') return false;
  await followNow(context, document);
  if (!row || !tree.rows.has(row)) return true;
  if (editor && cursor) putCursor(editor, row.item, cursor);
  if (view.visible) await view.reveal(row, { select: true, focus: target.row !== undefined });
  return true;
}

/** Lines and columns from an item's bullet. */
interface CursorInItem {
  readonly lines: number;
  readonly columns: number;
}

function cursorIn(
  { document, selection: { active } }: vscode.TextEditor,
  { span }: OutlineItem,
): CursorInItem | undefined {
  const [start, offset] = [document.positionAt(span.start), document.offsetAt(active)];
  if (offset < document.offsetAt(start.with({ character: 0 })) || offset > span.end) return undefined;
  return { lines: active.line - start.line, columns: active.character - start.character };
}

function putCursor(editor: vscode.TextEditor, { span }: OutlineItem, { lines, columns }: CursorInItem): void {
  const start = editor.document.positionAt(span.start);
  const at = new vscode.Position(start.line + lines, Math.max(0, start.character + columns));
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection);
}

/** Brings the tree up to a document as it is now. */
export async function followNow(context: OutlineContext, document: vscode.TextDocument): Promise<void> {
  const { shows, episodes } = context.services;
  const folder = await shows.showFor(document.uri);
  if (folder) context.follow(document, await episodes.read(document, folder.show));
}
