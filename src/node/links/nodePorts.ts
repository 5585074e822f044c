import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import type { Clock, Fetch, LinkPorts, LookUp } from '../../links/ports.js';

export const systemClock: Clock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Names that have been there for decades: where none can be looked up, it is this machine that is offline. */
const LASTING_NAMES = ['example.com', 'www.wikipedia.org', 'github.com'];

/** Milliseconds for which the answer to “are we online?” is good. */
const ONLINE_HOLDS = 5_000;

/** How this machine reaches the world. `proxied`: a proxy looks names up, so that not finding one here means nothing. */
export function nodePorts({ proxied = false, fetch = globalThis.fetch as Fetch } = {}): LinkPorts {
  let asked: { at: number; online: Promise<boolean> } | undefined;
  return {
    fetch,
    clock: systemClock,
    random: Math.random,
    lookUp: async (host) => {
      const found = await lookUpHost(host);
      return proxied && !Array.isArray(found) ? 'unknown' : found;
    },
    isOnline: () => {
      if (!asked || Date.now() - asked.at > ONLINE_HOLDS)
        asked = { at: Date.now(), online: proxied ? Promise.resolve(true) : canLookUp() };
      return asked.online;
    },
  };
}

async function lookUpHost(host: string): Promise<LookUp> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTFOUND' ? 'missing' : 'failed';
  }
}

async function canLookUp(): Promise<boolean> {
  const outside = Object.values(networkInterfaces()).some((all) => all?.some(({ internal }) => !internal));
  if (!outside) return false;
  const found = await Promise.all(LASTING_NAMES.map(lookUpHost));
  return found.some(Array.isArray);
}
