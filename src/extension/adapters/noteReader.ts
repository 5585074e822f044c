import type * as vscode from 'vscode';
import { type NoteSummary, summarizeNote } from '../../core/archive/noteSummary.js';
import { parseEpisode } from '../../core/episode/parseEpisode.js';
import type { Show } from '../../core/show/show.js';
import type { SummarizeRequest } from '../../worker/summarizeTexts.js';

/** A thread beside the extension host's own, whichever kind the host has. */
export interface Thread {
  post(request: SummarizeRequest): void;
  onAnswer(listener: (notes: readonly NoteSummary[]) => void): void;
  onFailure(listener: (error: unknown) => void): void;
  end(): void;
}

/** How to start them, and how many are worth it. */
export interface Threads {
  readonly most: number;
  start(): Thread;
}

/** UTF-16 units that go to a thread in one message. */
const BATCH = 64 * 1024;
/** Texts that are not worth starting a thread for, and those that are worth one more. */
const FEW = 4;
const MANY = 64;
/** Milliseconds after which a thread with nothing to do ends. */
const IDLE = 5000;
/** Milliseconds of reading on the host's own thread before it gets a breath. */
const BREATH = 20;

interface Waiting {
  readonly show: Show;
  readonly text: string;
  resolve(note: NoteSummary): void;
}

/** Reads notes in threads of their own; where there are none, on the host's with a breath now and then. */
export class NoteReader implements vscode.Disposable {
  readonly #threads: Threads | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting: Waiting[] = [];
  /** Each thread with what it reads at the moment; empty for one that idles. */
  readonly #running = new Map<Thread, readonly Waiting[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #broken = false;

  constructor(threads: Threads | undefined, log: vscode.LogOutputChannel) {
    this.#threads = threads;
    this.#log = log;
  }

  summarize(show: Show, text: string): Promise<NoteSummary> {
    return new Promise((resolve) => {
      this.#waiting.push({ show, text, resolve });
      if (this.#waiting.length === 1) setTimeout(() => this.#readWaiting(), 0);
      else if (this.#threads && this.#waiting.length > FEW) this.#dispatch(this.#threads);
    });
  }

  /** Gives threads something to read, starting one more where all are busy and much is waiting. */
  #dispatch(threads: Threads): void {
    if (this.#broken) return;
    clearTimeout(this.#timer);
    const more = this.#running.size === 0 || this.#waiting.length > MANY;
    if (more && this.#running.size < threads.most && !this.#idle()) this.#start(threads);
    for (let thread = this.#idle(); thread && this.#waiting.length > 0; thread = this.#idle()) {
      const batch = this.#takeBatch();
      this.#running.set(thread, batch);
      thread.post({ show: (batch[0] as Waiting).show, texts: batch.map(({ text }) => text) });
    }
  }

  #idle(): Thread | undefined {
    for (const [thread, batch] of this.#running) if (batch.length === 0) return thread;
    return undefined;
  }

  #takeBatch(): Waiting[] {
    let [count, length] = [0, 0];
    const show = this.#waiting[0]?.show;
    for (; length < BATCH && this.#waiting[count]?.show === show; count += 1)
      length += this.#waiting[count]?.text.length ?? BATCH;
    return this.#waiting.splice(0, count);
  }

  #start(threads: Threads): void {
    try {
      const thread = threads.start();
      thread.onAnswer((notes) => {
        const batch = this.#running.get(thread) ?? [];
        this.#running.set(thread, []);
        for (const [at, note] of notes.entries()) batch[at]?.resolve(note);
        if (this.#waiting.length > 0) this.#dispatch(threads);
        else this.#timer = setTimeout(() => this.#endIdle(), IDLE);
      });
      thread.onFailure((error) => this.#fail(error));
      this.#running.set(thread, []);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What was under way is read here; threads that fail once are not tried again. */
  #fail(error: unknown): void {
    this.#log.warn(
      `Notes are read on the extension host's own thread: ${error instanceof Error ? error.message : error}`,
    );
    this.#broken = true;
    this.#waiting.unshift(...[...this.#running.values()].flat());
    this.#end();
    this.#readWaiting();
  }

  /** What is waiting goes to a thread that runs anyway; where none does, it is read here. */
  #readWaiting(): void {
    if (this.#threads && this.#running.size > 0) {
      this.#dispatch(this.#threads);
      return;
    }
    const until = Date.now() + BREATH;
    while (this.#waiting.length > 0 && Date.now() < until) {
      const one = this.#waiting.shift();
      if (one) one.resolve(summarizeNote(parseEpisode(one.text, one.show)));
    }
    if (this.#waiting.length > 0) setTimeout(() => this.#readWaiting(), 0);
  }

  #endIdle(): void {
    if ([...this.#running.values()].every((batch) => batch.length === 0)) this.#end();
  }

  #end(): void {
    clearTimeout(this.#timer);
    for (const thread of this.#running.keys()) thread.end();
    this.#running.clear();
  }

  dispose(): void {
    this.#waiting.length = 0;
    this.#end();
  }
}
