import type { Clock } from './ports.js';

/** Thrown into everything that waits when the check is called off. */
export class Cancelled extends Error {}

/** A host's turn is over before this request was made. */
export interface HeldBack {
  readonly heldBack: string;
}

/** Until when a host wants to be left in peace. */
export interface Hold {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly why: string;
}

interface Waiting {
  start(): void;
  refuse(reason: string): void;
  cancel(): void;
}

interface Host {
  readonly waiting: Waiting[];
  running: number;
  /** No request before. */
  notBefore: number;
  /** Why its turn is over; null while it is not. */
  over: string | null;
  wake: (() => void) | null;
}

interface Limits {
  readonly perHost: number;
  readonly concurrency: number;
  readonly longestWait: number;
}

/** A queue for each host and a limit over all. A host that waits takes nobody's place. */
export class HostQueues {
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #signal: AbortSignal;
  readonly #holds: Map<string, Hold>;
  readonly #hosts = new Map<string, Host>();
  /** Hosts that may have something to start. */
  readonly #ready = new Set<Host>();
  #running = 0;

  /** `holds` outlives this check: what hosts have asked for before, and do now. */
  constructor(clock: Clock, limits: Limits, signal: AbortSignal, holds = new Map<string, Hold>()) {
    this.#holds = holds;
    this.#clock = clock;
    this.#limits = limits;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#cancel(), { once: true });
  }

  /**
   * Runs a request when its host's turn has come; a second look comes before first ones, as what it teaches of the host
   * spares requests. Rejects with `Cancelled` when the check is called off.
   */
  run<T>(name: string, request: () => Promise<T>, isSecond = false): Promise<T | HeldBack> {
    if (this.#signal.aborted) return Promise.reject(new Cancelled());
    const host = this.#host(name);
    if (host.over !== null) return Promise.resolve({ heldBack: host.over });
    return new Promise<T | HeldBack>((resolve, reject) => {
      const waiting: Waiting = {
        start: () => {
          void request()
            .then(resolve, reject)
            .finally(() => this.#done(host));
        },
        refuse: (heldBack) => resolve({ heldBack }),
        cancel: () => reject(new Cancelled()),
      };
      if (isSecond) host.waiting.unshift(waiting);
      else host.waiting.push(waiting);
      this.#ready.add(host);
      this.#pump();
    });
  }

  /** Nothing goes to a host before then. Too long a wait ends its turn: what waits is held back, saying why. */
  holdUntil(name: string, time: number, why: string): void {
    const host = this.#host(name);
    if (time <= host.notBefore) return;
    host.notBefore = time;
    this.#holds.set(name, { until: time, why });
    if (this.#isTooLong(time)) this.end(name, why);
  }

  #isTooLong(time: number): boolean {
    return time - this.#clock.now() > this.#limits.longestWait;
  }

  /** A host's turn is over. */
  end(name: string, why: string): void {
    const host = this.#host(name);
    host.over = why;
    host.wake?.();
    host.wake = null;
    for (const one of host.waiting.splice(0)) one.refuse(why);
  }

  #host(name: string): Host {
    let host = this.#hosts.get(name);
    if (!host) {
      const { until = 0, why = '' } = this.#holds.get(name) ?? {};
      host = { waiting: [], running: 0, notBefore: until, over: this.#isTooLong(until) ? why : null, wake: null };
      this.#hosts.set(name, host);
    }
    return host;
  }

  #pump(): void {
    while (this.#running < this.#limits.concurrency) {
      const host = this.#longest();
      if (!host) return;
      this.#ready.delete(host);
      if (host.waiting.length === 0 || host.running >= this.#limits.perHost) continue;
      const wait = host.notBefore - this.#clock.now();
      if (wait > 0) this.#wakeLater(host, wait);
      else this.#start(host);
    }
  }

  /** The host with most to do: it is the one that all will wait for in the end. */
  #longest(): Host | undefined {
    let longest: Host | undefined;
    for (const host of this.#ready) if (!longest || host.waiting.length > longest.waiting.length) longest = host;
    return longest;
  }

  #start(host: Host): void {
    const next = host.waiting.shift();
    if (!next) return;
    host.running += 1;
    this.#running += 1;
    next.start();
    if (host.waiting.length > 0) this.#ready.add(host);
  }

  #wakeLater(host: Host, ms: number): void {
    host.wake ??= this.#clock.after(ms, () => {
      host.wake = null;
      this.#ready.add(host);
      this.#pump();
    });
  }

  #done(host: Host): void {
    host.running -= 1;
    this.#running -= 1;
    if (host.waiting.length > 0) this.#ready.add(host);
    this.#pump();
  }

  #cancel(): void {
    for (const host of this.#hosts.values()) {
      host.wake?.();
      host.wake = null;
      for (const one of host.waiting.splice(0)) one.cancel();
    }
  }
}
