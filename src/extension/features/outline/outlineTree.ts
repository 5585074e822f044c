import * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import type { OutlineItem } from '../../../core/outline/outline.js';
import { countTasks } from '../../../core/outline/progress.js';
import { type OutlineNode, updateNodes } from './outlineNode.js';

/** Milliseconds without a tick, and without a change, before rows that only look different are drawn anew. */
const QUIET = 1000;

/** The rows of one note. Holds no state of its own but the rows' identity: every word comes from the newest parse. */
export class OutlineTree implements vscode.TreeDataProvider<OutlineNode> {
  #roots: readonly OutlineNode[] = [];
  #document: vscode.TextDocument | undefined;
  #nextUp: string | undefined;
  readonly #waiting = new Set<OutlineNode>();
  #lastTick = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Until the view asks, there is nothing to refresh: an event while it is being built makes VS Code lose rows. */
  #asked = false;
  readonly #didChange = new vscode.EventEmitter<OutlineNode[] | undefined>();
  readonly onDidChangeTreeData = this.#didChange.event;

  /** The note shown; undefined where none is. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  /** Shows a note; `nextUp` is the id of the task to mark. */
  show(document: vscode.TextDocument | undefined, episode: Episode | undefined, nextUp: string | undefined): void {
    const same = document === this.#document;
    const { roots, changed, counted } = updateNodes(same ? this.#roots : [], episode?.outline ?? []);
    const marks = nextUp === this.#nextUp ? [] : [this.#nextUp, nextUp];
    this.#roots = roots;
    this.#document = document;
    this.#nextUp = nextUp;
    if (!this.#asked) return;
    const redrawn = [...(changed ?? []), ...marks.flatMap((id) => (id === undefined ? [] : (this.find(id) ?? [])))];
    if (!same || changed === undefined) {
      this.#waiting.clear();
      this.#didChange.fire(undefined);
      return;
    }
    if (Date.now() - this.#lastTick < QUIET) {
      this.#redrawLater([...redrawn, ...counted]);
      return;
    }
    if (redrawn.length > 0) this.#didChange.fire([...new Set(redrawn)]);
    this.#redrawLater(counted);
  }

  /**
   * A box was clicked: what it changes is drawn once the hand rests. VS Code itself shows the clicked box, and while
   * it redraws a row it forgets clicks on it and on all below it.
   */
  ticking(): void {
    this.#lastTick = Date.now();
  }

  #redrawLater(nodes: readonly OutlineNode[]): void {
    for (const node of nodes) this.#waiting.add(node);
    if (this.#waiting.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const topmost = [...this.#waiting].filter(({ parent }) => !parent || !this.#waiting.has(parent));
      this.#waiting.clear();
      if (topmost.length > 0) this.#didChange.fire(topmost);
    }, QUIET);
  }

  /** The row of an item; undefined where there is none. */
  find(id: string, nodes: readonly OutlineNode[] = this.#roots): OutlineNode | undefined {
    for (const node of nodes) {
      const found = node.item.id === id ? node : this.find(id, node.children);
      if (found) return found;
    }
    return undefined;
  }

  /** Shows rows again as the document has them: a box that could not be ticked snaps back. */
  redraw(nodes: readonly OutlineNode[]): void {
    this.#didChange.fire([...nodes]);
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    this.#asked = true;
    return [...(node?.children ?? this.#roots)];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  getTreeItem({ item, children }: OutlineNode): vscode.TreeItem {
    const state = children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None;
    const row = new vscode.TreeItem(labelOf(item), state);
    row.id = `${this.#document?.uri.toString()}#${item.id}`;
    row.contextValue = item.kind;
    const description = descriptionOf(item);
    if (description !== '') row.description = description;
    if (item.checked !== null) row.checkboxState = checkbox(item);
    if (item.id === this.#nextUp) markNextUp(row, description);
    if (item.kind === 'section') row.iconPath = new vscode.ThemeIcon('symbol-key');
    row.command = {
      command: 'tgik.openItem',
      title: vscode.l10n.t('Go to Line'),
      arguments: [this.#document?.uri, item.line],
    };
    return row;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#didChange.dispose();
  }
}

/** An arrow, and a word for those who do not see it. */
function markNextUp(row: vscode.TreeItem, description: string): void {
  row.iconPath = new vscode.ThemeIcon('arrow-right', new vscode.ThemeColor('charts.green'));
  row.description = [vscode.l10n.t('next up'), description].filter((part) => part !== '').join(' · ');
}

function labelOf({ label, stamp }: OutlineItem): string {
  const words = stamp ? label.slice(0, label.length - (stamp.span.end - stamp.span.start)).trim() : label;
  return words === '' ? vscode.l10n.t('(empty)') : words;
}

function descriptionOf({ label, stamp, children }: OutlineItem): string {
  const { done, total } = countTasks(children);
  const mark = stamp ? label.slice(label.length - (stamp.span.end - stamp.span.start)) : '';
  return [total > 0 ? `${done}/${total}` : '', mark].filter((part) => part !== '').join(' · ');
}

function checkbox({ checked, label }: OutlineItem): vscode.TreeItem['checkboxState'] & object {
  const state = checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
  const tooltip = checked ? vscode.l10n.t('Untick') : vscode.l10n.t('Tick');
  return { state, tooltip, accessibilityInformation: { label, role: 'checkbox' } };
}
