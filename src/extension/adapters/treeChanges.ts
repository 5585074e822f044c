import * as vscode from 'vscode';

/** Milliseconds without a question for rows after which VS Code has built a view. */
const BUILT = 1000;

/**
 * What of a tree view VS Code is to draw anew.
 *
 * While VS Code builds a view it keeps the rows it was given last, and not the news of a change that comes with them:
 * those rows would stay, without any below them. So what changes in that time is told once more when the view is built.
 */
export class TreeChanges<Row> implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<Row[] | undefined>();
  readonly event = this.#didChange.event;
  readonly #quiet: number;
  #state: 'unseen' | 'building' | 'built' = 'unseen';
  #missed = false;
  #unanswered = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `quiet`: see `BUILT`. */
  constructor(quiet = BUILT) {
    this.#quiet = quiet;
  }

  /** Has rows drawn anew with all below them, or all. A view that has not asked for any yet has nothing to draw anew. */
  fire(rows?: Row[]): void {
    if (this.#state === 'unseen') return;
    this.#missed ||= this.#state === 'building';
    this.#didChange.fire(rows);
  }

  /** VS Code asks for rows, which are given at once. */
  asked(): void {
    if (this.#state === 'built') return;
    this.#state = 'building';
    clearTimeout(this.#timer);
    if (this.#unanswered > 0) return;
    this.#timer = setTimeout(() => {
      this.#state = 'built';
      if (this.#missed) this.#didChange.fire(undefined);
    }, this.#quiet);
  }

  /** VS Code asks for rows, which are given once they are there. */
  async answer(rows: Promise<Row[]>): Promise<Row[]> {
    this.#unanswered += 1;
    this.asked();
    try {
      return await rows;
    } finally {
      this.#unanswered -= 1;
      this.asked();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#didChange.dispose();
  }
}
