import * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import type { OutlineFilter } from '../../../core/outline/filterOutline.js';
import { itemLinks } from '../../../core/outline/itemLinks.js';
import type { EditBatch } from '../../../core/outline/matchItems.js';
import { findNextUp } from '../../../core/outline/nextUp.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { TreeChanges } from '../../adapters/treeChanges.js';
import { rowUri } from './doneItems.js';
import type { OutlineRow } from './outlineRow.js';
import { type OutlineChange, OutlineRows } from './outlineRows.js';
import { checkboxOf, iconOf, tooltipOf, wordsOf } from './treeItem.js';

/** Milliseconds without a tick, and without a change, before rows that only look different are drawn anew. */
const QUIET = 1000;

/** What VS Code draws: the rows of the note in view. */
export class OutlineTree implements vscode.TreeDataProvider<OutlineRow> {
  readonly #rowsOf = new WeakMap<vscode.TextDocument, OutlineRows>();
  #rows = new OutlineRows();
  #document: vscode.TextDocument | undefined;
  #nextUp: OutlineItem | undefined;
  #filter: OutlineFilter = 'all';
  /** A new generation of rows has states of its own, where VS Code would keep the old ones. */
  #generation = 0;
  /** The boxes as VS Code was last told of them. */
  readonly #boxes = new WeakMap<OutlineRow, boolean | null>();
  readonly #waiting = new Set<OutlineRow>();
  #allWait = false;
  #lastTick = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #changes = new TreeChanges<OutlineRow>();
  readonly onDidChangeTreeData = this.#changes.event;

  /** The note shown; undefined where none is. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  get rows(): OutlineRows {
    return this.#rows;
  }

  /** What is next up in the note shown. */
  get nextUp(): OutlineItem | undefined {
    return this.#nextUp;
  }

  get filter(): OutlineFilter {
    return this.#filter;
  }

  set filter(filter: OutlineFilter) {
    this.#filter = filter;
    if (this.#rows.episode) this.#rows.update(this.#rows.episode, [], filter, this.#nextUp?.id);
    this.#redrawAll();
  }

  /** Shows a version of a note; `batches` are the edits since the one shown before. */
  show(document: vscode.TextDocument | undefined, episode: Episode | undefined, batches: readonly EditBatch[]): void {
    const same = document === this.#document;
    this.#document = document;
    const { done, total } = episode?.progress ?? { done: 0, total: 0 };
    this.#nextUp = episode && done < total ? findNextUp(episode.outline) : undefined;
    this.#rows = this.#rowsFor(document);
    const change = episode && this.#rows.update(episode, batches, this.#filter, this.#nextUp?.id);
    if (!same || !change) this.#redrawAll();
    else this.#redraw(change);
  }

  /** The text of a note when its rows were last shown; undefined where they never were. */
  lastText(document: vscode.TextDocument): string | undefined {
    return this.#rowsOf.get(document)?.episode?.syntax.text;
  }

  #rowsFor(document: vscode.TextDocument | undefined): OutlineRows {
    const rows = (document && this.#rowsOf.get(document)) ?? new OutlineRows();
    if (document) this.#rowsOf.set(document, rows);
    return rows;
  }

  #redraw({ changed, counted }: OutlineChange): void {
    const ticking = Date.now() - this.#lastTick < QUIET;
    if (!ticking && changed === undefined) this.#redrawAll();
    else if (!ticking && changed) this.#fire(changed);
    this.#redrawLater(ticking ? [...(changed ?? []), ...counted] : counted, ticking && changed === undefined);
  }

  #redrawAll(): void {
    this.#waiting.clear();
    this.#allWait = false;
    this.#changes.fire();
  }

  /**
   * A box was clicked: what it changes is drawn once the hand rests. VS Code itself shows the clicked box, and while
   * it redraws a row it forgets clicks on it and on all below it.
   */
  ticking(): void {
    this.#lastTick = Date.now();
  }

  #redrawLater(rows: readonly OutlineRow[], all: boolean): void {
    if (rows.length === 0 && !all) return;
    for (const row of rows) this.#waiting.add(row);
    this.#allWait ||= all;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const waiting = [...this.#waiting];
      this.#waiting.clear();
      if (this.#allWait) this.#redrawAll();
      else this.#fire(waiting);
    }, QUIET);
  }

  /**
   * Has rows drawn anew. A row whose box has changed is drawn with those around it, through the first row above whose
   * own box has not: told of a changed box, VS Code would show the boxes above and below as changed, too.
   */
  #fire(rows: readonly OutlineRow[]): void {
    const drawn = rows.filter((row) => this.#rows.has(row)).map((row) => this.#settled(row));
    if (drawn.includes(undefined)) this.#redrawAll();
    else if (drawn.length > 0) this.#changes.fire(topmost(drawn as OutlineRow[]));
  }

  #settled(row: OutlineRow | undefined): OutlineRow | undefined {
    if (row === undefined || this.#boxes.get(row) === row.item.checked) return row;
    return this.#settled(row.parent);
  }

  /** Shows rows again as the document has them: a box that could not be ticked snaps back. */
  redraw(rows: readonly OutlineRow[]): void {
    for (const row of rows) this.#boxes.delete(row);
    this.#fire(rows);
  }

  /** Opens the rows of the first `levels` levels and closes those below. */
  expandTo(levels: number): void {
    for (const row of this.#rows.all()) row.collapsed = row.level >= levels;
    this.#generation += 1;
    this.#redrawAll();
  }

  /** The row of an item; undefined where there is none. */
  find(item: OutlineItem): OutlineRow | undefined {
    return this.#rows.find(item);
  }

  getChildren(row?: OutlineRow): OutlineRow[] {
    this.#changes.asked();
    return this.#document ? this.#rows.visible(row) : [];
  }

  getParent(row: OutlineRow): OutlineRow | undefined {
    return row.parent;
  }

  getTreeItem(row: OutlineRow): vscode.TreeItem {
    const { item, level, key } = row;
    const { episode } = this.#rows;
    const drawn = new vscode.TreeItem('', stateOf(row, this.#rows.opens(row)));
    drawn.id = `${this.#document?.uri.toString()}#${key}.${this.#generation}`;
    drawn.contextValue = contextOf(item, episode);
    drawn.command = { command: 'tgik.openItem', title: vscode.l10n.t('Go to Line'), arguments: [row] };
    if (!episode) return drawn;
    const nextUp = item.id === this.#nextUp?.id;
    const { label, description, spoken } = wordsOf(episode, item, level, nextUp);
    drawn.label = label;
    if (description !== '') drawn.description = description;
    drawn.accessibilityInformation = { label: spoken };
    drawn.iconPath = iconOf(episode, item, nextUp);
    drawn.resourceUri = rowUri(key, item.checked);
    this.#boxes.set(row, item.checked);
    if (item.checked !== null) drawn.checkboxState = checkboxOf(item);
    return drawn;
  }

  resolveTreeItem(drawn: vscode.TreeItem, { item }: OutlineRow): vscode.TreeItem {
    if (this.#rows.episode) drawn.tooltip = tooltipOf(this.#rows.episode, item);
    return drawn;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changes.dispose();
  }
}

function stateOf({ collapsed }: OutlineRow, children: boolean): vscode.TreeItemCollapsibleState {
  if (!children) return vscode.TreeItemCollapsibleState.None;
  return collapsed ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
}

/** `task links`: what the context menu asks for. */
const contextOf = (item: OutlineItem, episode: Episode | undefined): string =>
  episode && itemLinks(episode, item).length > 0 ? `${item.kind} links` : item.kind;

/** A redrawn row redraws all below it. */
const topmost = (rows: readonly OutlineRow[]): OutlineRow[] => {
  const all = new Set(rows);
  const covered = ({ parent }: OutlineRow): boolean => parent !== undefined && (all.has(parent) || covered(parent));
  return [...all].filter((row) => !covered(row));
};
