// npm run bench:index: what reading a show's whole archive costs, cold and warm, with vscode-markdown-languageservice in
// the same run. RUNS=5 NOTES=1000,10000 [ARCHIVE=folder of a real show, where none lies beside the repository]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installPeer } from './benchPeer.mjs';
import { buildForShows, generatedShow, measure } from './benchShow.mjs';

const RUNS = Number(process.env.RUNS ?? 5);
const COUNTS = (process.env.NOTES ?? '1000,10000').split(',').filter(Boolean).map(Number);
const folder = installPeer();
fs.copyFileSync('test/bench/index/peer.mjs', path.join(folder, 'indexPeer.mjs'));
const { ours, worker } = await buildForShows(folder, 'test/bench/index/ours.ts');

/** The least any reader needs: list the folder, ask every file for its time. */
function floor(root) {
  const started = performance.now();
  const notes = fs.readdirSync(path.join(root, 'episodes'));
  for (const name of notes) {
    try {
      fs.statSync(path.join(root, 'episodes', name, 'README.md'));
    } catch {
      // no note
    }
  }
  return { ms: performance.now() - started };
}

/** The same without holding up the thread, as an extension has to. */
async function floorWithPromises(root) {
  const started = performance.now();
  const notes = await fs.promises.readdir(path.join(root, 'episodes'));
  const asked = notes.map((name) => fs.promises.stat(path.join(root, 'episodes', name, 'README.md')));
  await Promise.allSettled(asked);
  return { ms: performance.now() - started };
}

const round = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
function summary(results, key) {
  const sorted = results.map((one) => one[key]).sort((a, b) => a - b);
  return {
    median: sorted[sorted.length >> 1],
    words: `${round(sorted[sorted.length >> 1])} (${round(sorted[0])}–${round(sorted.at(-1))})`,
  };
}

console.log(
  `${os.availableParallelism()} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}, ${RUNS} runs\n`,
);
console.log('| archive | | ms | ÷ peer | peak MB | longest block, ms |\n| --- | --- | --- | --- | --- | --- |');
const archives = [];
for (const count of COUNTS) archives.push([`${count} notes`, await generatedShow(folder, count)]);
const real = path.resolve(process.env.ARCHIVE ?? '../shared/archive');
if (fs.existsSync(real)) archives.unshift(['real archive', real]);
for (const [name, root] of archives) {
  const results = { floor: [], 'floor with promises': [], heads: [], cold: [], warm: [], peer: [] };
  for (let run = 0; run < RUNS; run++) {
    const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-index-'));
    results.floor.push(floor(root));
    results['floor with promises'].push(await floorWithPromises(root));
    const cold = measure(ours, root, storage, worker);
    results.cold.push(cold);
    if (cold.heads !== undefined) results.heads.push({ ms: cold.heads });
    results.warm.push(measure(ours, root, storage, worker));
    results.peer.push(measure(path.join(folder, 'indexPeer.mjs'), root));
    fs.rmSync(storage, { recursive: true });
  }
  const peer = summary(results.peer, 'ms').median;
  for (const [what, all] of Object.entries(results)) {
    if (all.length === 0) continue;
    const { median, words } = summary(all, 'ms');
    const has = (key) => (key in all[0] ? summary(all, key).words : '');
    console.log(
      `| ${name} | ${what} | ${words} | ${(median / peer).toFixed(3)} | ${has('megabytes')} | ${has('longest')} |`,
    );
  }
}
