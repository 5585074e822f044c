import { Addresses } from './addresses.js';
import { type Answer, failureOf, isWall } from './answer.js';
import { Cancelled, type Hold, HostQueues } from './hostQueues.js';
import type { LinkPolicy } from './policy.js';
import type { FetchResponse, LinkPorts } from './ports.js';
import { hostOf } from './requestUrl.js';
import { parseReset, parseRetryAfter } from './retryAfter.js';

export interface Question {
  readonly url: string;
  /** Decided when its turn has come. */
  method(): 'HEAD' | 'GET';
  /** Whether it was asked before. */
  readonly isSecond: boolean;
  /** Whether the answer's text is wanted. */
  readonly read?: boolean;
}

/** What is told while links are checked. */
export interface AskerEvents {
  /** A host is left in peace. */
  onPaused?(host: string, ms: number, why: string): void;
}

/** Makes single requests: in its host's turn, to public addresses only, with a time limit, redirects not followed. */
export class Asker {
  readonly #ports: LinkPorts;
  readonly #policy: LinkPolicy;
  readonly #signal: AbortSignal;
  readonly #events: AskerEvents;
  readonly #queues: HostQueues;
  readonly #underWay = new Set<AbortController>();
  readonly #addresses: Addresses;
  readonly #failures = new Map<string, { inRow: number; paused: boolean }>();
  requests = 0;

  constructor(
    ports: LinkPorts,
    policy: LinkPolicy,
    signal: AbortSignal,
    events: AskerEvents = {},
    holds: Map<string, Hold> = new Map(),
  ) {
    this.#ports = ports;
    this.#policy = policy;
    this.#signal = signal;
    this.#events = events;
    this.#addresses = new Addresses(ports, policy, signal);
    this.#queues = new HostQueues(ports.clock, policy, signal, holds);
    const stop = (): void => {
      for (const request of this.#underWay) request.abort();
    };
    signal.addEventListener('abort', stop, { once: true });
  }

  /** Rejects only when the check is called off. */
  async ask(question: Question): Promise<Answer> {
    const host = hostOf(question.url);
    const judged = await this.#addresses.judge(host);
    if (this.#signal.aborted) throw new Cancelled();
    if ('refused' in judged) return { kind: 'failure', failure: judged.refused };
    const request = (): Promise<Answer> => this.#request(question, host, judged.addresses);
    const answer = await this.#queues.run(host, request, question.isSecond);
    return 'heldBack' in answer ? { kind: 'heldBack', reason: answer.heldBack } : answer;
  }

  async #request(question: Question, host: string, addresses: readonly string[] | undefined): Promise<Answer> {
    const { clock, trace } = this.#ports;
    const started = clock.now();
    this.requests += 1;
    const method = question.method();
    const answer = await this.#answer(question, method, host, addresses);
    if (this.#signal.aborted) throw new Cancelled();
    const words = answer.kind === 'status' ? answer.status : answer.kind === 'failure' ? answer.failure : answer.kind;
    trace?.(`${method} ${question.url} → ${words} in ${clock.now() - started} ms`);
    this.#countFailures(host, answer);
    return answer;
  }

  async #answer(
    { url, read }: Question,
    method: 'HEAD' | 'GET',
    host: string,
    addresses: readonly string[] | undefined,
  ): Promise<Answer> {
    const request = new AbortController();
    this.#underWay.add(request);
    let late = false;
    const calledOff = this.#ports.clock.after(this.#policy.timeout, () => {
      late = true;
      request.abort();
    });
    try {
      const response = await this.#ports.fetch(url, {
        method,
        headers: { 'user-agent': this.#policy.userAgent, accept: '*/*' },
        redirect: 'manual',
        credentials: 'omit',
        ...(addresses && { addresses }),
        signal: request.signal,
      });
      this.#holdHost(host, response);
      const text = read && response.status < 400 ? await response.text() : null;
      // an answer to HEAD is over already: calling it off would close its connection
      if (text === null && method === 'GET') await response.body?.cancel().catch(() => undefined);
      return statusAnswer(response, text);
    } catch (error) {
      return { kind: 'failure', failure: late ? 'timeout' : failureOf(error) };
    } finally {
      calledOff();
      this.#underWay.delete(request);
    }
  }

  /** `Retry-After` and a limit that is used up count for all of a host, from before its place in the queue is free. */
  #holdHost(host: string, { status, headers }: FetchResponse): void {
    const limited = status === 429 || (status === 403 && headers.get('x-ratelimit-remaining') === '0');
    if (!limited && status !== 503) return;
    const { clock, random } = this.#ports;
    const now = clock.now();
    const reset = limited ? parseReset(headers.get('x-ratelimit-reset'), now) : undefined;
    const asked = parseRetryAfter(headers.get('retry-after'), now) ?? reset;
    const inRow = this.#failures.get(host)?.inRow ?? 0;
    const own = limited ? this.#policy.backoff * 2 ** Math.min(inRow, 5) * (1 + random() / 2) : 0;
    const wait = asked ?? own;
    if (wait === 0) return;
    if (wait > this.#policy.backoff * 4) this.#events.onPaused?.(host, wait, `it answers ${status}`);
    this.#queues.holdUntil(host, clock.now() + wait, `the host answers ${status} and asks to wait`);
  }

  /** The breaker: a host that fails again and again is left in peace, then left alone. */
  #countFailures(host: string, answer: Answer): void {
    const failed = answer.kind === 'failure' || (answer.kind === 'status' && [429, 503].includes(answer.status));
    const known = this.#failures.get(host) ?? { inRow: 0, paused: false };
    this.#failures.set(host, known);
    known.inRow = failed ? known.inRow + 1 : 0;
    if (known.inRow < this.#policy.breaker) return;
    const why = `the host has failed ${known.inRow} times in a row`;
    if (known.paused) {
      this.#queues.end(host, why);
      return;
    }
    known.paused = true;
    known.inRow = 0;
    this.#events.onPaused?.(host, this.#policy.pause, why);
    this.#queues.holdUntil(host, this.#ports.clock.now() + this.#policy.pause, why);
  }
}

const statusAnswer = ({ status, headers }: FetchResponse, text: string | null): Answer => ({
  kind: 'status',
  status,
  location: headers.get('location'),
  wall: isWall(headers),
  cookie: headers.get('set-cookie') !== null,
  text,
});
