import * as vscode from 'vscode';

/** Milliseconds in which rows and the news of a change may reach VS Code together. */
const TOGETHER = 100;

/** Milliseconds without a question for rows after which VS Code has built a view. */
const BUILT = 1000;

/**
 * What of a tree view VS Code is to draw anew.
 *
 * While VS Code builds a view it keeps the rows it was given last, and not the news of a change that comes with them:
 * those rows would stay, without any below them. So what changes right then is told once more.
 */
export class TreeChanges<Row> implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<Row[] | undefined>();
  readonly event = this.#didChange.event;
  readonly #together: number;
  #state: 'unseen' | 'asking' | 'building' | 'built' = 'unseen';
  #missed = false;
  #unanswered = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `together`: see `TOGETHER`. */
  constructor(together = TOGETHER) {
    this.#together = together;
  }

  /** Has rows drawn anew with all below them, or all. A view that has not asked for any yet has nothing to draw anew. */
  fire(rows?: Row[]): void {
    if (this.#state === 'unseen') return;
    this.#missed ||= this.#state === 'asking';
    this.#didChange.fire(rows);
  }

  /** VS Code asks for rows, which are given at once. */
  asked(): void {
    if (this.#state === 'built') return;
    this.#state = 'asking';
    clearTimeout(this.#timer);
    if (this.#unanswered === 0) this.#timer = setTimeout(() => this.#tellAgain(), this.#together);
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

  #tellAgain(): void {
    this.#state = 'building';
    this.#timer = setTimeout(() => {
      this.#state = 'built';
    }, BUILT);
    if (this.#missed) this.#didChange.fire(undefined);
    this.#missed = false;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#didChange.dispose();
  }
}
