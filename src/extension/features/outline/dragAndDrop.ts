import * as vscode from 'vscode';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { parentOf } from '../../../core/outline/placement.js';
import { insertMarkdown, moveItem } from '../../../core/outline/rearrange.js';
import type { Place } from '../../../core/outline/shape.js';
import { asMarkdown } from '../../../core/outline/writeItem.js';
import type { ComputeEdits } from '../../adapters/noteEdits.js';
import { rowTarget } from './itemTarget.js';
import type { OutlineContext } from './outlineContext.js';
import type { OutlineRow } from './outlineRows.js';

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
    data.set(ROWS, new vscode.DataTransferItem({ uri: document.uri.toString(), rows: bullets }));
    const markdown = bullets.map(({ item }) => asMarkdown(document.getText(), item)).join('\n');
    data.set(TEXT, new vscode.DataTransferItem(markdown));
  }

  async handleDrop(onto: OutlineRow | undefined, data: vscode.DataTransfer): Promise<void> {
    const { context } = this;
    const target = context && onto && rowTarget(context, onto);
    if (!context || !target) return;
    const dragged: unknown = data.get(ROWS)?.value;
    const row = isDragged(dragged) && dragged.uri === target.document.uri.toString() ? dragged.rows[0] : undefined;
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
    const result = await context.services.edits.apply(target.document, compute);
    if (result === 'impossible')
      void vscode.window.showWarningMessage(
        moved
          ? vscode.l10n.t('This item cannot go there.')
          : vscode.l10n.t('Only bullets and tasks in Markdown can be dropped here.'),
      );
  }
}

function placeOf(outline: readonly OutlineItem[], item: OutlineItem, onto: OutlineItem): Place {
  const parent = parentOf(outline, item);
  if (onto.kind === 'section' || parentOf(outline, onto) !== parent) return 'inside';
  return onto.span.start < item.span.start ? 'before' : 'after';
}

const isDragged = (value: unknown): value is { uri: string; rows: readonly OutlineRow[] } =>
  typeof value === 'object' && value !== null && 'uri' in value && 'rows' in value;
