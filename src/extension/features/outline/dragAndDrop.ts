import * as vscode from 'vscode';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { parentOf } from '../../../core/outline/placement.js';
import { insertMarkdown, moveItem } from '../../../core/outline/rearrange.js';
import type { Place } from '../../../core/outline/shape.js';
import { asMarkdown } from '../../../core/outline/writeItem.js';
import type { ComputeEdits } from '../../adapters/noteEdits.js';
import { change } from './changeNote.js';
import { rowTarget } from './itemTarget.js';
import type { OutlineContext } from './outlineContext.js';
import type { OutlineRow } from './outlineRow.js';

/** Rows of this view. */
const ROWS = 'application/vnd.code.tree.tgik.outline';
/** Their Markdown: what an editor, another note or another window takes, and what they give. */
const TEXT = 'text/plain';

/**
 * Dropped on a sibling, an item takes its place; on any other row, it becomes its last child. Markdown bullets from
 * elsewhere are copied.
 */
export class DragAndDrop implements vscode.TreeDragAndDropController<OutlineRow> {
  readonly dragMimeTypes = [ROWS, TEXT];
  readonly dropMimeTypes = [ROWS, TEXT];
  /** The view is made with this controller, so its context comes later. */
  context: OutlineContext | undefined;

  handleDrag(rows: readonly OutlineRow[], data: vscode.DataTransfer): void {
    const document = this.context?.tree.document;
    const bullets = rows.filter(({ item }) => item.kind !== 'section');
    if (!document || bullets.length === 0) return;
    data.set(ROWS, new vscode.DataTransferItem({ uri: document.uri.toString(), keys: bullets.map(({ key }) => key) }));
    const markdown = bullets.map(({ item }) => asMarkdown(document.getText(), item)).join('\n');
    data.set(TEXT, new vscode.DataTransferItem(markdown));
  }

  async handleDrop(onto: OutlineRow | undefined, data: vscode.DataTransfer): Promise<void> {
    const { context } = this;
    const target = context && onto && rowTarget(context, onto);
    if (!context || !target) return;
    const dragged: unknown = data.get(ROWS)?.value;
    const own = isDragged(dragged) && dragged.uri === target.document.uri.toString() ? dragged.keys[0] : undefined;
    const row = [...context.tree.rows.made()].find(({ key }) => key === own);
    const moved = row && rowTarget(context, row);
    const markdown = moved ? '' : ((await data.get(TEXT)?.asString()) ?? '');
    const compute: ComputeEdits = (episode, show) => {
      const at = target.find(episode);
      const item = moved?.find(episode);
      if (!at) return undefined;
      if (!moved) return insertMarkdown(episode, show, markdown.trimEnd(), at, 'inside');
      if (item === at) return [];
      return item && moveItem(episode, show, item, at, placeOf(episode.outline, item, at));
    };
    const no = moved
      ? vscode.l10n.t('This item cannot go there.')
      : vscode.l10n.t('Only bullets and tasks in Markdown can be dropped here.');
    await change(context, moved ?? target, compute, no);
  }
}

function placeOf(outline: readonly OutlineItem[], item: OutlineItem, onto: OutlineItem): Place {
  const parent = parentOf(outline, item);
  if (onto.kind === 'section' || parentOf(outline, onto) !== parent) return 'inside';
  return onto.span.start < item.span.start ? 'before' : 'after';
}

const isDragged = (value: unknown): value is { uri: string; keys: readonly number[] } =>
  typeof value === 'object' && value !== null && 'uri' in value && 'keys' in value;
