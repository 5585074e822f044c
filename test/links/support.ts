import type { LinkVerdict } from '../../src/core/links/linkVerdict.js';
import { type CheckOptions, type CheckOutcome, checkLinks } from '../../src/links/checkLinks.js';
import { DEFAULT_POLICY, type LinkPolicy } from '../../src/links/policy.js';
import type { LinkPorts } from '../../src/links/ports.js';
import { nodePorts } from '../../src/node/links/nodePorts.js';
import { PinnedFetch } from '../../src/node/links/pinnedFetch.js';

/** The real policy with a test's patience. */
export const QUICK: LinkPolicy = {
  ...DEFAULT_POLICY,
  timeout: 250,
  backoff: 20,
  pause: 100,
  longestWait: 5_000,
  allowPrivate: true,
};

/** The command line's client; unused connections of it close by themselves. */
const client = new PinnedFetch();

export const ports = (more: Partial<LinkPorts> = {}): LinkPorts => ({
  ...nodePorts(client),
  isOnline: async () => true,
  ...more,
});

export const check = (
  links: Iterable<string>,
  { policy = {}, ...options }: Partial<Omit<CheckOptions, 'policy'>> & { policy?: Partial<LinkPolicy> } = {},
  more: Partial<LinkPorts> = {},
): Promise<CheckOutcome> =>
  checkLinks(links, ports(more), {
    signal: new AbortController().signal,
    ...options,
    policy: { ...QUICK, ...policy },
  });

export async function verdictOf(link: string, more: Partial<LinkPorts> = {}): Promise<LinkVerdict | undefined> {
  return [...(await check([link], {}, more)).verdicts.values()][0];
}
