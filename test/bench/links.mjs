// npm run bench:links: our check of links beside linkinator, dead-or-alive and a bare undici loop, on the same server, in
// the same run. The peers are installed into a temporary folder, or used from the one named in PEERS. ROUNDS=5
import { execFileSync, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';

const here = import.meta.dirname;
const PEERS = ['linkinator@7.6.1', 'dead-or-alive@1.0.5', 'undici@7.30.2'];
const TOOLS = ['tgik', 'undici', 'linkinator', 'dead-or-alive'];
const NAMES = { undici: 'bare undici loop' };
const PER_HOST = 2;
/** Seconds. */
const LONGEST = 60;
const ROUNDS = Number(process.env.ROUNDS || 5);

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
import { PinnedFetch } from './src/node/links/pinnedFetch.js';
export async function check(urls, perHost) {
  const policy = { ...DEFAULT_POLICY, perHost, allowPrivate: true };
  const options = { policy, signal: new AbortController().signal };
  const { verdicts } = await checkLinks(urls, nodePorts(new PinnedFetch()), options);
  return [...verdicts.values()].filter(({ verdict }) => verdict === 'dead').map(({ url }) => url);
}`;
await esbuild.build({
  stdin: { contents: OURS, resolveDir: path.join(here, '../..'), loader: 'ts' },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  outfile: path.join(peers, 'tgik.mjs'),
});

const message = (child) =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${child.spawnargs.slice(2).join(' ')} ended with ${code}`)));
  });

/** A tool that does not end is ended: it called nothing dead. */
function within(child) {
  const timer = setTimeout(() => child.kill(), LONGEST * 1000);
  return message(child)
    .catch(() => ({ dead: [], seconds: LONGEST, cpu: Number.NaN, megabytes: Number.NaN }))
    .finally(() => clearTimeout(timer));
}

/** One tool on one world, in fresh processes. */
async function measure(tool, kind) {
  const world = fork(path.join(here, 'linkWorld.mjs'), [kind]);
  const { counts: where, urls, least } = await message(world);
  const child = fork(path.join(here, 'linkTools.mjs'), [tool, peers]);
  child.send({ urls: urls.map(({ url }) => url), perHost: PER_HOST });
  const { dead, ...spent } = await within(child);
  const counts = await (await fetch(where)).json();
  world.kill();
  const called = new Set(dead);
  const wrong = urls.filter(({ url, truth }) => called.has(url) !== (truth === 'dead'));
  const falseDead = wrong.filter(({ truth }) => truth !== 'dead').length;
  return {
    right: 1 - wrong.length / urls.length,
    falseDead,
    missed: wrong.length - falseDead,
    least,
    ...counts,
    ...spent,
  };
}

const sorted = (runs, of) => runs.map(of).sort((a, b) => a - b);
const median = (runs, of) => sorted(runs, of)[Math.floor(runs.length / 2)];
function row(kind, tool, runs) {
  const seconds = sorted(runs, (run) => run.seconds);
  const [fastest, slowest] = [seconds[0], seconds.at(-1)].map((one) => one.toFixed(2));
  const cells = [
    kind,
    NAMES[tool] ?? tool,
    `${(median(runs, (run) => run.right) * 100).toFixed(1)} %`,
    median(runs, (run) => run.falseDead),
    median(runs, (run) => run.missed),
    median(runs, (run) => run.requests),
    median(runs, (run) => run.connections),
    median(runs, (run) => run.most),
    `${median(runs, (run) => run.seconds).toFixed(2)} (${fastest}–${slowest})`,
    median(runs, (run) => run.cpu).toFixed(2),
    median(runs, (run) => run.megabytes).toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

const rows = [];
const leasts = {};
for (const kind of ['plain', 'mixed']) {
  const runs = Object.fromEntries(TOOLS.map((tool) => [tool, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    process.stderr.write(`${kind}, round ${round + 1} of ${ROUNDS}\n`);
    const order = [...TOOLS.slice(round % TOOLS.length), ...TOOLS.slice(0, round % TOOLS.length)];
    for (const tool of order) runs[tool].push(await measure(tool, kind));
  }
  leasts[kind] = runs.tgik[0].least;
  rows.push(...TOOLS.map((tool) => row(kind, tool, runs[tool])));
}
console.log(`1000 links on 40 hosts, ${PER_HOST} at once to a host, median of ${ROUNDS}`);
console.log(`Fewest requests that tell: ${leasts.plain} plain, ${leasts.mixed} mixed\n`);
console.log(
  '| links | tool | right | false dead | missed dead | requests | connections | most at once to a host | seconds | CPU s | peak MB |',
);
console.log(`|${'---|'.repeat(11)}`);
console.log(rows.join('\n'));
if (!process.env.PEERS) fs.rmSync(peers, { recursive: true, force: true });
