import * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { walkOutline } from '../../../core/outline/progress.js';
import { findItem } from '../../../core/outline/toggleBox.js';
import type { OutlineContext } from './outlineContext.js';
import type { OutlineRow } from './outlineRow.js';

/** An item a command is to work on, found again in the text as it is when the edit is made. */
export interface ItemTarget {
  readonly document: vscode.TextDocument;
  /** The item as the host saw it. */
  readonly item: OutlineItem;
  /** It is a row of the view, not the item under the cursor. */
  readonly row: OutlineRow | undefined;
  /** The same item now; undefined where that is not sure. */
  find(episode: Episode): OutlineItem | undefined;
}

/** What keys pressed in the view give a command. */
const IN_VIEW = 'view';

/**
 * The row given, or that with the focus where the key was pressed in the view, else the item under the cursor, else the row
 * selected. Keybindings and other extensions may give `{ "line": 12 }`, 1-based, of the active editor.
 */
export async function targetOf(context: OutlineContext, given: unknown): Promise<ItemTarget | undefined> {
  if (isRow(given)) return rowTarget(context, given);
  const before = context.view.selection[0];
  if (given === IN_VIEW) await context.selectFocused();
  // no row has the focus while VS Code draws them anew
  const selected = context.view.selection[0] ?? before;
  const editor = vscode.window.activeTextEditor;
  if (isLine(given)) return editor && cursorTarget(context, editor, given.line - 1);
  const under = given === IN_VIEW || !editor ? undefined : await cursorTarget(context, editor);
  return under ?? (selected && rowTarget(context, selected));
}

export function rowTarget(context: OutlineContext, row: OutlineRow): ItemTarget | undefined {
  const { tree } = context;
  const { document } = tree;
  const { item } = row;
  if (!document) return undefined;
  const find = (episode: Episode): OutlineItem | undefined => {
    context.follow(document, episode);
    return tree.document === document && tree.rows.has(row) && row.item.label === item.label ? row.item : undefined;
  };
  return { document, item, row, find };
}

/** The bullet or heading on whose lines the cursor stands; undefined where there is none. */
export async function cursorTarget(
  { services: { shows, episodes } }: OutlineContext,
  { document, selection }: vscode.TextEditor,
  line = selection.active.line,
): Promise<ItemTarget | undefined> {
  const folder = document.languageId === 'markdown' ? await shows.showFor(document.uri) : undefined;
  if (!folder) return undefined;
  const item = itemAtLine(await episodes.read(document, folder.show), document, line);
  return item && { document, item, row: undefined, find: (episode) => findItem(episode, item.id, item.label) };
}

/** The item whose own words stand on a line (0-based). */
function itemAtLine({ outline }: Episode, document: vscode.TextDocument, line: number): OutlineItem | undefined {
  if (line < 0 || line >= document.lineCount) return undefined;
  const [start, end] = [document.offsetAt(new vscode.Position(line, 0)), document.lineAt(line).range.end];
  const last = document.offsetAt(end);
  const items = walkOutline(outline);
  return (
    items.find((item) => item.line === line + 1) ??
    items.findLast(({ span, content }) => span.start < start && last <= Math.max(content.end, span.start))
  );
}

const isRow = (given: unknown): given is OutlineRow =>
  typeof given === 'object' && given !== null && 'item' in given && 'key' in given;

const isLine = (given: unknown): given is { readonly line: number } =>
  typeof given === 'object' && given !== null && 'line' in given && Number.isInteger(given.line);
