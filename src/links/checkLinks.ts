import type { LinkVerdict } from '../core/links/linkVerdict.js';
import { Asker, type AskerEvents } from './asker.js';
import { LinkChecker } from './checkLink.js';
import { isFoundHere } from './describe.js';
import { Cancelled, type Hold } from './hostQueues.js';
import type { LinkPolicy } from './policy.js';
import type { LinkPorts } from './ports.js';
import { Prober } from './prober.js';
import { requestUrl } from './requestUrl.js';
import { isFresh, isGood } from './verdictCache.js';

export interface CheckOptions extends AskerEvents {
  readonly policy: LinkPolicy;
  readonly signal: AbortSignal;
  /** What is known from before, by URL; new verdicts are added. */
  readonly known?: Map<string, LinkVerdict>;
  /** Hosts that have asked to wait, by name: kept from one check to the next. */
  readonly holds?: Map<string, Hold>;
  /** Asks again whatever is known. */
  readonly anew?: boolean;
  /** Hosts of the show's own short links. */
  readonly ownHosts?: readonly string[];
  onVerdict?(verdict: LinkVerdict, done: number, total: number): void;
}

export interface CheckOutcome {
  /** By URL as `requestUrl` gives it. What could not be known, offline or called off, is missing. */
  readonly verdicts: ReadonlyMap<string, LinkVerdict>;
  readonly requests: number;
  /** How many URLs were known already. */
  readonly fromCache: number;
  readonly offline: boolean;
  readonly cancelled: boolean;
}

/** Asks about every distinct URL once. Never rejects because of a link; leaves no request or timer behind. */
export function checkLinks(links: Iterable<string>, ports: LinkPorts, options: CheckOptions): Promise<CheckOutcome> {
  const check = new LinkCheck(ports, options);
  check.add(links);
  return check.outcome();
}

/** The same for links that become known one after the other: each is asked about as soon as it is added. */
export class LinkCheck {
  readonly #options: CheckOptions;
  readonly #ports: LinkPorts;
  readonly #known: Map<string, LinkVerdict>;
  readonly #asker: Asker;
  readonly #checker: LinkChecker;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #verdicts = new Map<string, LinkVerdict>();
  #fromCache = 0;
  #offline = false;

  constructor(ports: LinkPorts, options: CheckOptions) {
    const { policy, signal, holds, ownHosts, known = new Map<string, LinkVerdict>() } = options;
    this.#options = options;
    this.#ports = ports;
    this.#known = known;
    this.#asker = new Asker(ports, policy, signal, options, holds);
    this.#checker = new LinkChecker(new Prober(this.#asker, ports, policy, signal), ports, policy, ownHosts);
  }

  /** What was added before, also in other words, is not asked again. */
  add(links: Iterable<string>): void {
    const urls = new Set<string>();
    for (const link of links) {
      const url = requestUrl(link);
      if (url !== undefined && !this.#underWay.has(url)) urls.add(url);
    }
    const calledOff = (error: unknown): void => {
      if (!(error instanceof Cancelled)) throw error;
    };
    for (const url of urls) this.#underWay.set(url, this.#check(url).catch(calledOff));
  }

  /** When all that was added is answered, or the check is called off. */
  async outcome(): Promise<CheckOutcome> {
    await Promise.all(this.#underWay.values());
    return {
      verdicts: this.#verdicts,
      requests: this.#asker.requests,
      fromCache: this.#fromCache,
      offline: this.#offline,
      cancelled: this.#options.signal.aborted,
    };
  }

  async #check(url: string): Promise<void> {
    await undefined; // all that is added together counts as one total
    const before = this.#known.get(url);
    const { clock } = this.#ports;
    if (before && !this.#options.anew && isFresh(before, clock.now()) && !isFoundHere(before)) {
      this.#fromCache += 1;
      return this.#tell(before);
    }
    const first = await this.#checker.check(url);
    const doubted = first && !isGood(first) && first.attempts > 0 && before && isGood(before);
    const verdict = doubted ? await secondLook(this.#checker, first) : first;
    this.#offline ||= verdict === undefined;
    if (!verdict) return;
    this.#known.set(url, verdict);
    this.#tell(verdict);
  }

  #tell(verdict: LinkVerdict): void {
    this.#verdicts.set(verdict.url, verdict);
    this.#options.onVerdict?.(verdict, this.#verdicts.size, this.#underWay.size);
  }
}

/** What was good before is not called anything else without a second look. */
async function secondLook(checker: LinkChecker, first: LinkVerdict): Promise<LinkVerdict | undefined> {
  const second = await checker.check(first.url, true);
  return second && { ...second, attempts: first.attempts + second.attempts };
}
