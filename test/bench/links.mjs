// npm run bench:links: our check of links beside linkinator, dead-or-alive and a bare undici loop, on the same server, in
// the same run. The peers are installed into a temporary folder, or used from the one named in PEERS.
import { execFileSync, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';

const here = import.meta.dirname;
const PEERS = ['linkinator@7.6.1', 'dead-or-alive@1.0.5', 'undici@7.30.2'];
const PER_HOST = 2;
/** Seconds. */
const LONGEST = 90;
const ROUNDS = Number(process.env.ROUNDS || 3);

const peers = process.env.PEERS ?? fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-peers-'));
if (!process.env.PEERS) {
  fs.writeFileSync(path.join(peers, 'package.json'), '{"private":true,"overrides":{"undici":"7.30.2"}}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PEERS], {
    cwd: peers,
    stdio: 'ignore',
  });
}
const OURS = `
import { checkLinks } from './src/links/checkLinks.js';
import { DEFAULT_POLICY } from './src/links/policy.js';
import { nodePorts } from './src/node/links/nodePorts.js';
export async function check(urls, perHost) {
  const policy = { ...DEFAULT_POLICY, perHost, concurrency: 1000, allowPrivate: true };
  const { verdicts } = await checkLinks(urls, nodePorts(), { policy, signal: new AbortController().signal });
  return [...verdicts.values()].filter(({ verdict }) => verdict === 'dead').map(({ url }) => url);
}`;
await esbuild.build({
  stdin: { contents: OURS, resolveDir: path.join(here, '../..'), loader: 'ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: path.join(peers, 'tgik.mjs'),
});

const message = (child) =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${child.spawnargs.at(-2)} ended with ${code}`)));
  });

/** A tool that does not end is ended: it called nothing dead. */
function within(child) {
  const timer = setTimeout(() => child.kill(), LONGEST * 1000);
  return message(child)
    .catch(() => ({ dead: [], seconds: LONGEST, megabytes: Number.NaN }))
    .finally(() => clearTimeout(timer));
}

/** One tool on one world, in fresh processes. */
async function measure(tool, kind) {
  const world = fork(path.join(here, 'linkWorld.mjs'), [kind]);
  const { port, hosts, urls } = await message(world);
  const child = fork(path.join(here, 'linkTools.mjs'), [tool, peers]);
  child.send({ urls: urls.map(({ url }) => url), index: `http://127.0.0.1:${port}/`, perHost: PER_HOST, hosts });
  const { dead, seconds, megabytes } = await within(child);
  const { requests, most } = await (await fetch(`http://127.0.0.1:${port}/counts`)).json();
  world.kill();
  const called = new Set(dead);
  const wrong = urls.filter(({ url, truth }) => called.has(url) !== (truth === 'dead'));
  const falseDead = wrong.filter(({ truth }) => truth !== 'dead').length;
  return {
    tool,
    right: 1 - wrong.length / urls.length,
    falseDead,
    missed: wrong.length - falseDead,
    requests,
    most,
    seconds,
    megabytes,
  };
}

const median = (runs) => runs.sort((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)];
for (const [kind, tools] of Object.entries({
  mixed: ['tgik', 'linkinator', 'dead-or-alive'],
  plain: ['tgik', 'undici', 'linkinator', 'dead-or-alive'],
})) {
  const runs = Object.fromEntries(tools.map((tool) => [tool, []]));
  for (let round = 0; round < ROUNDS; round += 1) for (const tool of tools) runs[tool].push(await measure(tool, kind));
  console.log(`\n${kind}: 1000 links on 40 hosts, ${PER_HOST} at once to a host, median of ${ROUNDS}\n`);
  console.log('| tool | right | false dead | missed dead | requests | most at once to a host | seconds | peak MB |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const all of Object.values(runs)) {
    const { tool, right, falseDead, missed, requests, most, seconds, megabytes } = median(all);
    const cells = [
      tool,
      `${(right * 100).toFixed(1)} %`,
      falseDead,
      missed,
      requests,
      most,
      seconds.toFixed(2),
      megabytes.toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
if (!process.env.PEERS) fs.rmSync(peers, { recursive: true, force: true });
