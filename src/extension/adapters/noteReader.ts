import type * as vscode from 'vscode';
import type { EpisodeIndex } from '../../core/archive/episodeIndex.js';
import type { NoteSummary } from '../../core/archive/noteSummary.js';
import { unpackNote } from '../../core/archive/packedNote.js';
import { isTextKind, readText } from '../../core/archive/readText.js';
import { unpackSyntax } from '../../core/markdown/packedSyntax.js';
import { parseMarkdown } from '../../core/markdown/parseMarkdown.js';
import type { NoteSyntax } from '../../core/markdown/syntax.js';
import type { Show } from '../../core/show/show.js';
import type { ReadAnswer, Readings, ReadKind, ReadRequest } from '../../worker/readRequest.js';
import { LONGEST } from './breath.js';

/** A thread beside the extension host's own, whichever kind the host has. */
export interface Thread {
  post(request: ReadRequest): void;
  onAnswer(listener: (read: ReadAnswer) => void): void;
  onFailure(listener: (error: unknown) => void): void;
  end(): void;
}

/** How to start them, and how many are worth it. */
export interface Threads {
  readonly most: number;
  start(): Thread;
}

/** UTF-16 units that go to a thread in one message at most. */
const BATCH = 64 * 1024;
/** So many more are worth one more thread: each has to start, and to compile the same code. */
const MORE = 160 * 1024;
/** UTF-16 units that are not worth starting a thread for, nor a message to one that runs. */
const LITTLE = 12 * 1024;
/** Messages a thread has at once, so that it need not wait for the next. */
const AHEAD = 2;
/** Milliseconds after which a thread with nothing to do ends. */
const IDLE = 5000;

interface Waiting extends Omit<ReadRequest, 'items'> {
  readonly item: ReadRequest['items'][number];
  readonly units: number;
  resolve(read: ReadAnswer[number]): void;
}

/** Reads notes in threads of their own; where there are none, on the host's with a breath now and then. */
export class NoteReader implements vscode.Disposable {
  readonly #threads: Threads | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting: Waiting[] = [];
  /** Each thread with the messages it has not answered yet; none for one that idles. */
  readonly #running = new Map<Thread, (readonly Waiting[])[]>();
  /** UTF-16 units of what is waiting. */
  #units = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #broken = false;
  #planned = false;

  constructor(threads: Threads | undefined, log: vscode.LogOutputChannel) {
    this.#threads = threads;
    this.#log = log;
  }

  /** Whether there are threads, and none has failed. */
  get hasThreads(): boolean {
    return this.#threads !== undefined && !this.#broken;
  }

  async summarize(show: Show, text: string): Promise<NoteSummary> {
    return unpackNote(await this.ask('note', show, '', text, text.length));
  }

  readIndex(show: Show, text: string): Promise<EpisodeIndex> {
    return this.ask('index', show, '', text, text.length);
  }

  /** Whether a text is so short that it is read faster than a thread starts. */
  isLittle(text: string): boolean {
    return text.length <= LITTLE;
  }

  /** All that is in a long note, before other notes are read. */
  async readSyntax(show: Show, text: string): Promise<NoteSyntax> {
    return unpackSyntax(text, await this.ask('syntax', show, '', text, text.length));
  }

  /** Asks a thread; `units` is what it counts as. Without threads a text is read here, and of a file null is told. */
  ask<Kind extends ReadKind>(
    kind: Kind,
    show: Show,
    root: string,
    item: Readings[Kind]['of'],
    units: number,
  ): Promise<Readings[Kind]['gives']> {
    return new Promise((resolve) => {
      const waiting = { kind, show, root, item, units, resolve: resolve as Waiting['resolve'] };
      if (kind === 'syntax') this.#waiting.unshift(waiting);
      else this.#waiting.push(waiting);
      this.#units += units;
      if (!this.#planned) queueMicrotask(() => this.#dispatchMuch());
      this.#planned = true;
      if (this.#waiting.length === 1) setTimeout(() => this.#readWaiting(), 0);
    });
  }

  /** What is asked in one turn is given out as a whole. */
  #dispatchMuch(): void {
    this.#planned = false;
    if (this.#threads && this.#units > LITTLE) this.#dispatch(this.#threads);
  }

  /** Gives threads something to read, and starts as many as that is worth. */
  #dispatch(threads: Threads): void {
    clearTimeout(this.#timer);
    const worth = Math.min(threads.most, Math.ceil(this.#units / MORE));
    while (!this.#broken && this.#running.size < worth) this.#start(threads);
    for (let free = this.#free(); free && this.#waiting.length > 0; free = this.#free()) {
      const [thread, batches] = free;
      const batch = this.#takeBatch(threads.most);
      batches.push(batch);
      const { kind, show, root } = batch[0] as Waiting;
      thread.post({ kind, show, root, items: batch.map(({ item }) => item) });
    }
  }

  /** The thread with the fewest messages, if it can do with more. */
  #free(): [Thread, (readonly Waiting[])[]] | undefined {
    const [least] = [...this.#running].sort(([, a], [, b]) => a.length - b.length);
    return least && least[1].length < AHEAD ? least : undefined;
  }

  /** Less and less to the end, so that all threads come to it at about the same time. */
  #takeBatch(threads: number): Waiting[] {
    const most = Math.min(BATCH, Math.max(LITTLE, this.#units / (AHEAD * threads)));
    let [count, units] = [0, 0];
    const { kind, show, root } = this.#waiting[0] ?? {};
    for (let next = this.#waiting[0]; next && units < most; next = this.#waiting[count]) {
      if (next.kind !== kind || next.show !== show || next.root !== root) break;
      units += next.units;
      count += 1;
    }
    this.#units -= units;
    return this.#waiting.splice(0, count);
  }

  #start(threads: Threads): void {
    try {
      const thread = threads.start();
      thread.onAnswer((read) => {
        const batch = this.#running.get(thread)?.shift();
        // ended meanwhile
        if (!batch) return;
        for (const [at, one] of read.entries()) batch[at]?.resolve(one);
        if (this.#waiting.length > 0) this.#dispatch(threads);
        else {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => this.#endIdle(), IDLE);
        }
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
    const back = [...this.#running.values()].flat(2);
    this.#waiting.unshift(...back);
    this.#units += back.reduce((sum, { units }) => sum + units, 0);
    this.#end();
    this.#readWaiting();
  }

  /** What is waiting goes to a thread that runs anyway; where none does, it is read here. */
  #readWaiting(): void {
    if (this.#threads && this.#running.size > 0) {
      this.#dispatch(this.#threads);
      return;
    }
    const until = Date.now() + LONGEST;
    while (this.#waiting.length > 0 && Date.now() < until) {
      const one = this.#waiting.shift();
      if (!one) break;
      this.#units -= one.units;
      one.resolve(isTextKind(one.kind) ? readText(one.kind, one.item as string, one.show, parseMarkdown) : null);
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
    this.#units = 0;
    this.#end();
  }
}
