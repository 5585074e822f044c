// npm run bench: what a keystroke and a first parse cost, New TGIK Episode, an archive cold and warm, all with
// vscode-markdown-languageservice in the same run, and activation as VS Code reports it. About fifteen minutes.
// RUNS=5 SIZES=6000,100000,1000000 NOTES=1000,10000 [ARCHIVE=folder of a real show]; NOTES=0 leaves out archives.
import { execFileSync, spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { measureNewEpisode } from './benchNew.mjs';
import { installPeer } from './benchPeer.mjs';

/** Runs what has to succeed. */
const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

run(process.execPath, 'esbuild.mjs');
run(process.execPath, 'esbuild.mjs', '--tests');
run('npm', 'run', '-s', 'package');
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
const bench = await import(pathToFileURL(outfile).href);
console.log(`${os.availableParallelism()} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}\n`);
const NOTES = Math.max(...(process.env.NOTES ?? '1000,10000').split(',').map(Number));
await bench.run(
  openInPeer,
  NOTES > 0 ? await measureNewEpisode(folder, NOTES, Number(process.env.RUNS ?? 5)) : undefined,
  NOTES,
);
if (NOTES > 0) {
  console.log();
  await import('./benchIndex.mjs');
}
const { stdout: report } = spawnSync(process.execPath, ['test/host/run.mjs', '--host', 'latest', '--only', 'ui'], {
  encoding: 'utf8',
  env: { ...process.env, TGIK_BENCH: '1', TGIK_GREP: 'what VS Code reports' },
});
console.log(`\n| activation, as VS Code reports it | ${/activation: (.*)/.exec(report)?.[1] ?? 'not measured'} |`);
