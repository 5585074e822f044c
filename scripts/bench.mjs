// npm run bench: what a keystroke and a first parse cost, with vscode-markdown-languageservice in the same run, and
// New TGIK Episode. RUNS=5 SIZES=6000,100000,1000000 NOTES=10000; NOTES=0 leaves the last one out.
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { measureNewEpisode } from './benchNew.mjs';
import { installPeer } from './benchPeer.mjs';

const folder = installPeer();
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
const NOTES = Number(process.env.NOTES ?? 10_000);
await run(
  openInPeer,
  NOTES > 0 ? await measureNewEpisode(folder, NOTES, Number(process.env.RUNS ?? 5)) : undefined,
  NOTES,
);
