import { stat } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { stampOf } from '../../core/archive/stamp.js';
import { pack, unpack } from './stampFiles.js';

/** Files that are worth starting threads for. */
const MANY = 1500;
const THREADS = 2;
/** Files Node is asked for at once, where it is asked here: enough to keep the disk busy. */
const AT_ONCE = 64;

/** What is known of files' times and sizes, in their order; '' where the disk tells nothing. */
export type Stamps = readonly string[];

/** Asks the disk for times and sizes: of many files in threads that do nothing else, and end with it. */
export class FileStamps {
  readonly #script: string;
  #ready: readonly StampThread[] = [];

  /** `script` is what the threads run. */
  constructor(script: string) {
    this.#script = script;
  }

  /** Many files are to be asked for soon: threads take some time to start. */
  prepare(): void {
    if (this.#ready.length > 0) return;
    this.#ready = Array.from({ length: THREADS }, () => new StampThread(this.#script));
  }

  /** `folder` and `paths` are such as the file system knows. */
  async of(folder: string, paths: readonly string[]): Promise<Stamps> {
    if (paths.length >= MANY) this.prepare();
    const threads = this.#ready;
    this.#ready = [];
    if (paths.length < MANY) {
      for (const thread of threads) thread.end();
      return askHere(folder, paths);
    }
    const share = Math.ceil(paths.length / threads.length);
    const asked = threads.map((thread, at) => thread.ask(folder, paths.slice(at * share, (at + 1) * share)));
    return (await Promise.all(asked)).flat();
  }
}

/** A thread that is asked once. */
class StampThread {
  readonly #thread: Worker;
  readonly #gone: Promise<void>;

  constructor(script: string) {
    const thread = new Worker(script, { execArgv: [], env: {} });
    this.#thread = thread;
    thread.unref();
    this.#gone = new Promise((resolve) => thread.on('exit', () => resolve()).on('error', () => resolve()));
  }

  async ask(folder: string, paths: readonly string[]): Promise<Stamps> {
    const answer = new Promise<Stamps>((resolve) =>
      this.#thread.on('message', (text: string) => resolve(unpack(text))),
    );
    this.#thread.postMessage({ folder, paths: pack(paths) });
    try {
      return await Promise.race([answer, this.#gone.then(() => paths.map(() => ''))]);
    } finally {
      this.end();
    }
  }

  end(): void {
    void this.#thread.terminate();
  }
}

/** By callbacks: promises take twice as long. */
function askHere(folder: string, paths: readonly string[]): Promise<Stamps> {
  const stamps = paths.map(() => '');
  let [asked, told] = [0, 0];
  return new Promise((resolve) => {
    const next = (): void => {
      if (told === paths.length) resolve(stamps);
      if (asked === paths.length) return;
      const at = asked++;
      stat(`${folder}/${paths[at]}`, (error, found) => {
        if (!error) stamps[at] = stampOf(found.mtime.getTime(), found.size);
        told++;
        next();
      });
    };
    for (let at = 0; at < Math.max(1, Math.min(AT_ONCE, paths.length)); at++) next();
  });
}
