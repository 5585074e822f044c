import { type Io, plainLine } from '../io.js';

/** A line on a terminal that is written over again and again; nothing where nobody watches. */
export class ProgressLine {
  readonly #io: Io;
  /** The same surroundings; what is written there on stderr takes the progress away first. */
  readonly io: Io;
  #last = Number.NEGATIVE_INFINITY;
  #shown = false;

  constructor(io: Io) {
    this.#io = io;
    const write = (text: string): void => {
      this.clear();
      io.stderr.write(text);
    };
    this.io = { ...io, stderr: { isTTY: io.stderr.isTTY === true, write } };
  }

  /** At most ten times a second. */
  show(words: string): void {
    if (!this.#io.stderr.isTTY || this.#io.now() - this.#last < 100) return;
    this.#last = this.#io.now();
    this.#shown = true;
    this.#io.stderr.write(`\r\u001b[K${plainLine(words)}`);
  }

  clear(): void {
    if (this.#shown) this.#io.stderr.write('\r\u001b[K');
    this.#shown = false;
  }
}
