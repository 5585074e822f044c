// One tool in a process of its own: node test/bench/linkTools.mjs <tool> <folder of peers>; links come as a message.
// All ask at most `perHost` at once to a host, and what may pass twice more, after about one and two seconds.
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const [tool, peers] = process.argv.slice(2);
const require = createRequire(path.join(peers, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

/** Milliseconds after which a link is left as one that was not called dead: some tools ask a failing page for minutes, or for ever. */
const PATIENCE = 12_000;

const patiently = (result, otherwise) => Promise.race([result, wait(PATIENCE, otherwise)]);

/** Runs `act` on every URL, at most `perHost` at once to a host. */
async function byHost(urls, perHost, act) {
  const hosts = new Map();
  for (const url of urls) {
    const { hostname } = new URL(url);
    if (hosts.has(hostname)) hosts.get(hostname).push(url);
    else hosts.set(hostname, [url]);
  }
  const worker = async (queue) => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) await act(url);
  };
  await Promise.all([...hosts.values()].flatMap((queue) => Array.from({ length: perHost }, () => worker(queue))));
}

/** Each loads what it needs, then gives how to find the URLs it calls dead. */
const tools = {
  async tgik() {
    const { check } = await import(pathToFileURL(path.join(peers, 'tgik.mjs')).href);
    return ({ urls, perHost }) => check(urls, perHost);
  },
  /** A call for each link: its own `concurrency` is no limit, it asks all links of a page at once. */
  async linkinator() {
    const { LinkChecker } = await load('linkinator');
    const options = { retry: true, retryErrors: true, retryErrorsCount: 2, retryErrorsJitter: 500, timeout: 10_000 };
    return async ({ urls, perHost }) => {
      const dead = [];
      await byHost(urls, perHost, async (url) => {
        const { links } = await patiently(new LinkChecker().check({ path: url, ...options }), { links: [] });
        if (links.some((link) => link.url === url && link.state === 'BROKEN')) dead.push(url);
      });
      return dead;
    };
  },
  /** It asks a page that answers 5xx without end. */
  async 'dead-or-alive'() {
    const { deadOrAlive } = await load('dead-or-alive');
    const sleep = (retry) => 1000 * 2 ** (retry - 1);
    const options = { checkAnchor: false, followMetaHttpEquiv: false, timeout: 10_000, maxRetries: 2, sleep };
    return async ({ urls, perHost }) => {
      const dead = [];
      await byHost(urls, perHost, async (url) => {
        const { status } = await patiently(deadOrAlive(url, options), { status: 'unknown' });
        if (status === 'dead') dead.push(url);
      });
      return dead;
    };
  },
  /** A bare loop: HEAD once, whatever it answers is believed. */
  async undici() {
    const { request } = await load('undici');
    return async ({ urls, perHost }) => {
      const dead = [];
      await byHost(urls, perHost, async (url) => {
        const answer = await request(url, { method: 'HEAD', reset: false }).catch(() => undefined);
        await answer?.body.dump();
        if (!answer || answer.statusCode >= 400) dead.push(url);
      });
      return dead;
    };
  },
};

process.once('message', async (task) => {
  const check = await tools[tool]();
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const dead = await check(task);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.send({ dead, seconds, cpu: (user + system) / 1e6, megabytes }, () => process.exit(0));
});
