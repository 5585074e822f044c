import type { OutlineRow } from '../../src/extension/features/outline/outlineRow.js';
import type { OutlineRows } from '../../src/extension/features/outline/outlineRows.js';

/** Asks for rows as VS Code does: all at the top, and what is below those that are open. */
export function showRows(rows: OutlineRows, shown: readonly OutlineRow[] = rows.visible()): void {
  for (const row of shown) if (!row.collapsed && rows.opens(row)) showRows(rows, rows.visible(row));
}
