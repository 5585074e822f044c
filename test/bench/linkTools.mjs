// One tool in a process of its own: node test/bench/linkTools.mjs <tool> <folder of peers>; links come as a message.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [tool, peers] = process.argv.slice(2);
const require = createRequire(path.join(peers, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

/** Runs `act` on every URL, at most `perHost` at once to a host. */
async function byHost(urls, perHost, act) {
  const hosts = Map.groupBy ? Map.groupBy(urls, (url) => new URL(url).hostname) : groups(urls);
  const worker = async (queue) => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) await act(url);
  };
  await Promise.all([...hosts.values()].flatMap((queue) => Array.from({ length: perHost }, () => worker(queue))));
}

function groups(urls) {
  const hosts = new Map();
  for (const url of urls) hosts.set(new URL(url).hostname, [...(hosts.get(new URL(url).hostname) ?? []), url]);
  return hosts;
}

/** Each gives the URLs it calls dead. */
const tools = {
  async tgik({ urls, perHost }) {
    const { check } = await import(pathToFileURL(path.join(peers, 'tgik.mjs')).href);
    return check(urls, perHost);
  },
  async linkinator({ index, perHost, hosts }) {
    const { LinkChecker } = await load('linkinator');
    const { links } = await new LinkChecker().check({
      path: index,
      concurrency: perHost * hosts,
      retry: true,
      retryErrors: true,
      timeout: 10_000,
    });
    return links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url);
  },
  async 'dead-or-alive'({ urls, perHost }) {
    const { deadOrAlive } = await load('dead-or-alive');
    const dead = [];
    await byHost(urls, perHost, async (url) => {
      const { status } = await deadOrAlive(url, { checkAnchor: false, followMetaHttpEquiv: false });
      if (status === 'dead') dead.push(url);
    });
    return dead;
  },
  /** A bare loop: HEAD, and nothing else. */
  async undici({ urls, perHost }) {
    const { request } = await load('undici');
    const dead = [];
    await byHost(urls, perHost, async (url) => {
      const { statusCode, body } = await request(url, { method: 'HEAD' });
      await body.dump();
      if (statusCode >= 400) dead.push(url);
    });
    return dead;
  },
};

process.once('message', async (task) => {
  const started = performance.now();
  const dead = await tools[tool](task);
  const seconds = (performance.now() - started) / 1000;
  process.send({ dead, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }, () => process.exit(0));
});
