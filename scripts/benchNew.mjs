// What `npm run bench` says of New TGIK Episode: a show of so many generated notes, known to the extension and new to the command line.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildForShows, buildTo, generatedShow, measure } from './benchShow.mjs';

/** Milliseconds from the last answer to the text written, by how it was asked; builds what it measures into `folder`. */
export async function measureNewEpisode(folder, count, runs) {
  const { ours, worker } = await buildForShows(folder, 'test/bench/index/newEpisode.ts');
  const cli = path.join(folder, 'cli.cjs');
  await buildTo(cli, 'src/cli/main.ts');
  const root = await generatedShow(folder, count);
  const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-new-'));
  const known = measure(ours, root, storage, worker, String(runs));
  fs.rmSync(storage, { recursive: true });
  const cold = Array.from({ length: Math.min(runs, 3) }, () => {
    const started = performance.now();
    const { files } = measure(cli, 'new', '--no-index', '--format', 'json', '--root', root);
    const ms = performance.now() - started;
    for (const file of files) fs.rmSync(path.dirname(path.join(root, file.path)), { recursive: true });
    return ms;
  });
  return { known: known.map(({ all }) => all), archive: known.map(({ archive }) => archive), cold };
}
