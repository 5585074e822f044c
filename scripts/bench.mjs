// npm run bench: what a keystroke and a first parse cost, with vscode-markdown-languageservice in the same run. RUNS=5 SIZES=6000,100000,1000000
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const folder = path.join(os.tmpdir(), 'tgik-bench');
fs.mkdirSync(folder, { recursive: true });
for (const file of ['package.json', 'peer.mjs'])
  fs.copyFileSync(path.join('test/bench', file), path.join(folder, file));
if (!fs.existsSync(path.join(folder, 'node_modules/vscode-markdown-languageservice'))) {
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
}
const outfile = path.join(folder, 'bench.mjs');
await esbuild.build({
  entryPoints: ['test/bench/bench.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const { openInPeer } = await import(pathToFileURL(path.join(folder, 'peer.mjs')).href);
const { run } = await import(pathToFileURL(outfile).href);
console.log(`${os.availableParallelism()} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}\n`);
await run(openInPeer);
