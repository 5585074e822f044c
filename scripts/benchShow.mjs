// What is measured on whole shows, built into a folder, with the threads it starts.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

const common = { bundle: true, platform: 'node', mainFields: ['module', 'main'], logLevel: 'warning' };
const require = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** A stand-in for VS Code runs `entry`. Gives its file and that of the threads for reading notes. */
export async function buildForShows(folder, entry) {
  const ours = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
  const worker = path.join(folder, 'noteWorker.cjs');
  await Promise.all([
    buildTo(worker, 'src/worker/noteWorker.ts'),
    buildTo(path.join(folder, 'stampWorker.cjs'), 'src/node/stamps/stampWorker.ts'),
    esbuild.build({
      ...common,
      format: 'esm',
      entryPoints: [entry],
      outfile: ours,
      alias: { vscode: './test/bench/index/fakeVscode.ts', fflate: 'fflate/browser' },
      banner: { js: require },
    }),
  ]);
  return { ours, worker };
}

export const buildTo = (outfile, entry) =>
  esbuild.build({ ...common, minify: true, format: 'cjs', entryPoints: [entry], outfile });

/** A generated show of `count` notes, made once. */
export async function generatedShow(folder, count) {
  const root = path.join(folder, `show-${count}`);
  if (fs.existsSync(root)) return root;
  const outfile = path.join(folder, 'shows.mjs');
  await esbuild.build({ ...common, format: 'esm', entryPoints: ['test/load/showOf.ts'], outfile });
  (await import(outfile)).writeShow(root, count);
  return root;
}

/** What a process of its own measured. */
export const measure = (...args) =>
  JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 }));
