import type { Answer } from './answer.js';
import type { Prober } from './prober.js';
import { locationText, requestUrl } from './requestUrl.js';
import { isPermanentStatus, isRedirect } from './statuses.js';

/** Where a link leads in the end. */
export interface Ending {
  /** The last address asked. */
  readonly url: string;
  readonly answer: Answer;
  /** The address that redirects meant for good lead to: the link's own where there are none. */
  readonly lasting: string;
  /** Why redirects did not end: they turn in a circle, are too many, or lead nowhere. */
  readonly endless: 'circle' | 'many' | 'nowhere' | null;
  readonly hops: number;
  /** Whether some answer on the way wanted a cookie back. */
  readonly cookie: boolean;
  readonly attempts: number;
}

export interface FollowOptions {
  readonly redirects: number;
  readonly again?: boolean;
  /** Whether a redirect that does not say so is for good all the same. */
  isLasting(from: string, to: string): boolean;
}

/** Follows redirects by hand, each address through its own host's queue. */
export async function follow(prober: Prober, start: string, options: FollowOptions): Promise<Ending> {
  const seen = new Set<string>([start]);
  let [url, lasting, attempts, hops, cookie, forGood] = [start, start, 0, 0, false, true];
  for (;;) {
    const probe = await prober.probe(url, options.again ? { again: true } : {});
    const { answer } = probe;
    attempts += probe.attempts;
    const ending = { url, answer, lasting, hops, cookie, attempts };
    if (answer.kind !== 'status' || !isRedirect(answer.status)) return { ...ending, endless: null };
    cookie ||= answer.cookie;
    const target = answer.location === null ? undefined : requestUrl(locationText(answer.location), url);
    if (target === undefined) return { ...ending, cookie, endless: 'nowhere' };
    if (seen.has(target)) return { ...ending, cookie, endless: 'circle' };
    if (hops >= options.redirects) return { ...ending, cookie, endless: 'many' };
    forGood &&= isPermanentStatus(answer.status) || options.isLasting(url, target);
    if (forGood) lasting = target;
    seen.add(target);
    url = target;
    hops += 1;
  }
}
