import * as vscode from 'vscode';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { walkOutline } from '../../../core/outline/progress.js';
import { setBox } from '../../../core/outline/toggleBox.js';
import type { EditResult } from '../../adapters/noteEdits.js';
import { type ItemTarget, rowTarget, targetOf } from './itemTarget.js';
import type { OutlineContext } from './outlineContext.js';
import type { OutlineRow } from './outlineRow.js';

/** Sets boxes, or turns them, as one undoable edit; where one item cannot be found for sure, nothing is written. */
export function setBoxes(
  { services }: OutlineContext,
  document: vscode.TextDocument,
  ticks: readonly { readonly target: ItemTarget; readonly checked: boolean | 'other' }[],
  reach: (item: OutlineItem) => Iterable<OutlineItem> = (item) => [item],
): Promise<EditResult> {
  return services.edits.apply(document, (episode) => {
    const found = ticks.map(({ target, checked }) => ({ item: target.find(episode), checked }));
    if (found.some(({ item }) => item === undefined)) return undefined;
    return found.flatMap(({ item, checked }) =>
      item ? [...reach(item)].flatMap((one) => setBox(one, checked === 'other' ? !one.checked : checked) ?? []) : [],
    );
  });
}

/** Boxes were clicked in the view. */
export async function tickRows(
  context: OutlineContext,
  rows: readonly [OutlineRow, vscode.TreeItemCheckboxState][],
): Promise<void> {
  const { tree } = context;
  tree.ticking();
  const ticks = rows.flatMap(([row, state]) => {
    const target = rowTarget(context, row);
    return target ? [{ target, checked: state === vscode.TreeItemCheckboxState.Checked }] : [];
  });
  const result = tree.document && (await setBoxes(context, tree.document, ticks));
  if (result !== 'done') tree.redraw(rows.map(([row]) => row));
}

/** `tgik.tick`: ticks or unticks an item. On a row without a box, the key opens or closes it. */
export async function tickItem(context: OutlineContext, given: unknown): Promise<void> {
  const target = await targetOf(context, given);
  if (target && target.item.checked !== null) await setBoxes(context, target.document, [{ target, checked: 'other' }]);
  else if (given === 'view') await vscode.commands.executeCommand('list.toggleExpand');
}

/** `tgik.tickWithChildren`, `tgik.untickWithChildren` */
export async function tickBranch(context: OutlineContext, given: unknown, checked: boolean): Promise<void> {
  const target = await targetOf(context, given);
  if (target) await setBoxes(context, target.document, [{ target, checked }], (item) => walkOutline([item]));
}
