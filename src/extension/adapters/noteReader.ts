import type * as vscode from 'vscode';
import type { EpisodeIndex } from '../../core/archive/episodeIndex.js';
import { type NoteSummary, summarizeNote } from '../../core/archive/noteSummary.js';
import { parseIndex } from '../../core/archive/parseIndex.js';
import { readEpisode } from '../../core/episode/parseEpisode.js';
import { type PackedSyntax, packSyntax, unpackSyntax } from '../../core/markdown/packedSyntax.js';
import { parseMarkdown } from '../../core/markdown/parseMarkdown.js';
import type { NoteSyntax } from '../../core/markdown/syntax.js';
import type { Show } from '../../core/show/show.js';
import type { ReadAnswer, ReadRequest } from '../../worker/readTexts.js';

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

/** UTF-16 units that go to a thread in one message; so many more are worth one more thread. */
const BATCH = 64 * 1024;
/** UTF-16 units that are not worth starting a thread for. */
const LITTLE = 12 * 1024;
/** Milliseconds after which a thread with nothing to do ends. */
const IDLE = 5000;
/** Milliseconds of reading on the host's own thread before it gets a breath. */
const BREATH = 20;

interface Waiting extends Omit<ReadRequest, 'texts'> {
  readonly text: string;
  resolve(read: ReadAnswer[number]): void;
}

/** Reads notes in threads of their own; where there are none, on the host's with a breath now and then. */
export class NoteReader implements vscode.Disposable {
  readonly #threads: Threads | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting: Waiting[] = [];
  /** Each thread with what it reads at the moment; empty for one that idles. */
  readonly #running = new Map<Thread, readonly Waiting[]>();
  /** UTF-16 units of what is waiting. */
  #units = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #broken = false;

  constructor(threads: Threads | undefined, log: vscode.LogOutputChannel) {
    this.#threads = threads;
    this.#log = log;
  }

  summarize(show: Show, text: string): Promise<NoteSummary> {
    return this.#read('note', show, text) as Promise<NoteSummary>;
  }

  readIndex(show: Show, text: string): Promise<EpisodeIndex> {
    return this.#read('index', show, text) as Promise<EpisodeIndex>;
  }

  /** Whether a text is so short that it is read faster than a thread starts. */
  isLittle(text: string): boolean {
    return text.length <= LITTLE;
  }

  /** All that is in a long note, before other notes are read. */
  async readSyntax(show: Show, text: string): Promise<NoteSyntax> {
    return unpackSyntax(text, (await this.#read('syntax', show, text)) as PackedSyntax);
  }

  #read(kind: ReadRequest['kind'], show: Show, text: string): Promise<ReadAnswer[number]> {
    return new Promise((resolve) => {
      const waiting = { kind, show, text, resolve };
      if (kind === 'syntax') this.#waiting.unshift(waiting);
      else this.#waiting.push(waiting);
      this.#units += text.length;
      if (this.#threads && this.#units > LITTLE) this.#dispatch(this.#threads);
      if (this.#waiting.length === 1) setTimeout(() => this.#readWaiting(), 0);
    });
  }

  /** Gives threads something to read, starting one more where all are busy and much is waiting. */
  #dispatch(threads: Threads): void {
    if (this.#broken) return;
    clearTimeout(this.#timer);
    const more = this.#running.size === 0 || this.#units > BATCH;
    if (more && this.#running.size < threads.most && !this.#idle()) this.#start(threads);
    for (let thread = this.#idle(); thread && this.#waiting.length > 0; thread = this.#idle()) {
      const batch = this.#takeBatch();
      this.#running.set(thread, batch);
      const { kind, show } = batch[0] as Waiting;
      thread.post({ kind, show, texts: batch.map(({ text }) => text) });
    }
  }

  #idle(): Thread | undefined {
    for (const [thread, batch] of this.#running) if (batch.length === 0) return thread;
    return undefined;
  }

  #takeBatch(): Waiting[] {
    let [count, length] = [0, 0];
    const { kind, show } = this.#waiting[0] ?? {};
    for (let next = this.#waiting[0]; next?.kind === kind && next?.show === show; next = this.#waiting[count]) {
      if (!next || length >= BATCH) break;
      length += next.text.length;
      count += 1;
    }
    this.#units -= length;
    return this.#waiting.splice(0, count);
  }

  #start(threads: Threads): void {
    try {
      const thread = threads.start();
      thread.onAnswer((read) => {
        const batch = this.#running.get(thread) ?? [];
        this.#running.set(thread, []);
        for (const [at, one] of read.entries()) batch[at]?.resolve(one);
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
    const back = [...this.#running.values()].flat();
    this.#waiting.unshift(...back);
    this.#units += back.reduce((sum, { text }) => sum + text.length, 0);
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
      if (!one) break;
      this.#units -= one.text.length;
      one.resolve(readHere(one));
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

function readHere({ kind, text, show }: Waiting): ReadAnswer[number] {
  if (kind === 'index') return parseIndex(text);
  const syntax = parseMarkdown(text);
  return kind === 'syntax' ? packSyntax(syntax) : summarizeNote(readEpisode(syntax, show));
}
