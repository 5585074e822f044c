// What `npm run bench` says of New TGIK Episode: a show of so many generated notes, known to the extension and new to the command line.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';

/** Milliseconds from the last answer to the text written, by how it was asked; builds what it measures into `folder`. */
export async function measureNewEpisode(folder, count, runs) {
  const common = { bundle: true, platform: 'node', mainFields: ['module', 'main'], logLevel: 'warning' };
  const [shows, ours, worker, cli] = ['shows.mjs', 'newEpisode.mjs', 'noteWorker.cjs', 'cli.cjs'].map((name) =>
    path.join(folder, name),
  );
  const require = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  await Promise.all([
    esbuild.build({ ...common, format: 'esm', entryPoints: ['test/load/showOf.ts'], outfile: shows }),
    esbuild.build({ ...common, minify: true, entryPoints: ['src/worker/noteWorker.ts'], outfile: worker }),
    esbuild.build({
      ...common,
      entryPoints: ['src/node/stamps/stampWorker.ts'],
      outfile: worker.replace('noteWorker', 'stampWorker'),
    }),
    esbuild.build({ ...common, minify: true, entryPoints: ['src/cli/main.ts'], outfile: cli }),
    esbuild.build({
      ...common,
      format: 'esm',
      entryPoints: ['test/bench/index/newEpisode.ts'],
      outfile: ours,
      alias: { vscode: './test/bench/index/fakeVscode.ts', fflate: 'fflate/browser' },
      banner: { js: require },
    }),
  ]);
  const root = path.join(folder, `show-${count}`);
  if (!fs.existsSync(root)) (await import(shows)).writeShow(root, count);
  const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-new-'));
  const run = (...args) => execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  const known = JSON.parse(run(ours, root, storage, worker, String(runs)));
  fs.rmSync(storage, { recursive: true });
  const cold = Array.from({ length: Math.min(runs, 3) }, () => {
    const started = performance.now();
    const { files } = JSON.parse(run(cli, 'new', '--no-index', '--format', 'json', '--root', root));
    const ms = performance.now() - started;
    for (const file of files) fs.rmSync(path.dirname(path.join(root, file.path)), { recursive: true });
    return ms;
  });
  return { known: known.map(({ all }) => all), archive: known.map(({ archive }) => archive), cold };
}
