import type { Answer } from './answer.js';
import type { Asker } from './asker.js';
import { Pauses } from './pauses.js';
import type { LinkPolicy } from './policy.js';
import type { LinkPorts } from './ports.js';
import { hostOf } from './requestUrl.js';
import { isFine, isOnlyHead, mayPass } from './statuses.js';
import { untilCancelled } from './untilCancelled.js';

/** What one address answers, redirects not followed, asked often enough to be believed. */
export interface Probe {
  readonly answer: Answer;
  /** Requests made. */
  readonly attempts: number;
}

export interface ProbeOptions {
  /** Asks with GET whatever is known already. */
  readonly again?: boolean;
  /** Wants the text of a good answer. */
  readonly read?: boolean;
}

/** Failures that more than one second look does not change. */
const STUBBORN: ReadonlySet<string> = new Set(['missing-host', 'certificate']);

/** Asks each address once, with HEAD; where that fails, with GET; what may pass is asked again later. */
export class Prober {
  readonly #asker: Asker;
  readonly #ports: LinkPorts;
  readonly #policy: LinkPolicy;
  readonly #pauses: Pauses;
  readonly #cancelled: Promise<never>;
  readonly #known = new Map<string, Promise<Probe>>();
  /** Second looks: links that lead to the same page share them as well. */
  readonly #knownAgain = new Map<string, Promise<Probe>>();
  /** Hosts whose HEAD says less than their GET. */
  readonly #lying = new Set<string>();

  constructor(asker: Asker, ports: LinkPorts, policy: LinkPolicy, signal: AbortSignal) {
    this.#asker = asker;
    this.#ports = ports;
    this.#policy = policy;
    this.#pauses = new Pauses(ports.clock, signal);
    this.#cancelled = untilCancelled(signal);
  }

  probe(url: string, options: ProbeOptions = {}): Promise<Probe> {
    const all = options.again ? this.#knownAgain : this.#known;
    const known = all.get(url);
    if (known) return known;
    const probe = this.#probe(url, options);
    all.set(url, probe);
    return probe;
  }

  async #probe(url: string, { again, read }: ProbeOptions): Promise<Probe> {
    const host = hostOf(url);
    let method: 'HEAD' | 'GET' = 'HEAD';
    const choose = (): 'HEAD' | 'GET' => {
      if (again || read || this.#lying.has(host)) method = 'GET';
      return method;
    };
    let askedHead = false;
    let looks = 0;
    let waits = 0;
    let last: Answer | undefined;
    for (let attempts = 1; ; attempts += 1) {
      const answer = await this.#asker.ask({ url, method: choose, isSecond: attempts > 1, read: read === true });
      if (answer.kind === 'heldBack') return { answer: last && mayPass(last) ? last : answer, attempts: attempts - 1 };
      last = answer;
      if (isFine(answer)) {
        if (askedHead && method === 'GET' && waits === 0) this.#lying.add(host);
        return { answer, attempts };
      }
      if (answer.kind === 'failure' && answer.failure === 'private') return { answer, attempts: attempts - 1 };
      const onlyHead = method === 'HEAD' && answer.kind === 'status' && isOnlyHead(answer.status);
      if (mayPass(answer)) looks += 1;
      if (!onlyHead && mayPass(answer)) {
        if (looks > this.#retries(answer)) return { answer: await this.#final(answer), attempts };
        await this.#backOff(waits);
        waits += 1;
      } else if (attempts > 1 || again) return { answer, attempts };
      if (onlyHead && (answer.status === 405 || answer.status === 501)) this.#lying.add(host);
      askedHead ||= method === 'HEAD';
      method = 'GET';
    }
  }

  #retries(answer: Answer): number {
    const stubborn = answer.kind === 'failure' && STUBBORN.has(answer.failure);
    return Math.min(this.#policy.retries, stubborn ? 1 : Number.POSITIVE_INFINITY);
  }

  #backOff(waits: number): Promise<void> {
    return this.#pauses.sleep(this.#policy.backoff * 2 ** waits * (1 + this.#ports.random() / 2));
  }

  /** A machine without a network says nothing about anybody. */
  async #final(answer: Answer): Promise<Answer> {
    const about =
      answer.kind === 'failure' && ['missing-host', 'look-up', 'network', 'timeout'].includes(answer.failure);
    if (!about) return answer;
    const online = await Promise.race([this.#ports.isOnline(), this.#cancelled]);
    return online ? answer : { kind: 'failure', failure: 'offline' };
  }
}
