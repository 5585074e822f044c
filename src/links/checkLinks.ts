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
export async function checkLinks(
  links: Iterable<string>,
  ports: LinkPorts,
  options: CheckOptions,
): Promise<CheckOutcome> {
  const { policy, known = new Map<string, LinkVerdict>(), signal } = options;
  const urls = new Set<string>();
  for (const link of links) {
    const url = requestUrl(link);
    if (url !== undefined) urls.add(url);
  }
  const asker = new Asker(ports, policy, signal, options, options.holds);
  const checker = new LinkChecker(new Prober(asker, ports, policy, signal), ports, policy, options.ownHosts);
  const verdicts = new Map<string, LinkVerdict>();
  let [fromCache, done, offline] = [0, 0, false];

  const add = (verdict: LinkVerdict): void => {
    verdicts.set(verdict.url, verdict);
    done += 1;
    options.onVerdict?.(verdict, done, urls.size);
  };
  const check = async (url: string): Promise<void> => {
    const before = known.get(url);
    if (before && !options.anew && isFresh(before, ports.clock.now()) && !isFoundHere(before)) {
      fromCache += 1;
      return add(before);
    }
    const first = await checker.check(url);
    const doubted = first && !isGood(first) && first.attempts > 0 && before && isGood(before);
    const verdict = doubted ? await secondLook(checker, first) : first;
    offline ||= verdict === undefined;
    if (!verdict) return;
    known.set(url, verdict);
    add(verdict);
  };
  const calledOff = (error: unknown): void => {
    if (!(error instanceof Cancelled)) throw error;
  };
  await Promise.all([...urls].map((url) => check(url).catch(calledOff)));
  return { verdicts, requests: asker.requests, fromCache, offline, cancelled: signal.aborted };
}

/** What was good before is not called anything else without a second look. */
async function secondLook(checker: LinkChecker, first: LinkVerdict): Promise<LinkVerdict | undefined> {
  const second = await checker.check(first.url, true);
  return second && { ...second, attempts: first.attempts + second.attempts };
}
