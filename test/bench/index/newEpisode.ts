// New TGIK Episode as the extension does it, from the last answer to the text written, of a show whose archive is
// known: `newEpisode.mjs FOLDER STORAGE WORKER RUNS`. Prints JSON. What is written is taken back.
import fs from 'node:fs';
import path from 'node:path';
import { parseEpisode } from '../../../src/core/episode/parseEpisode.js';
import { planNewEpisode, suggestNewEpisode } from '../../../src/core/newEpisode/planNewEpisode.js';
import { TGIK } from '../../../src/core/show/show.js';
import { openLoader } from './loader.js';

const [, , root = '', storage = '', worker = '', runs = '5'] = process.argv;
const { loader, reader, showFolder } = openLoader(root, storage, worker);

await loader.load(showFolder);
const times: { all: number; archive: number }[] = [];
for (let run = 0; run < Number(runs); run += 1) {
  const started = performance.now();
  loader.touchAll();
  const archive = await loader.load(showFolder);
  const archiveKnown = performance.now() - started;
  const { from } = suggestNewEpisode(archive, '2026-11-20');
  const source = from && parseEpisode(fs.readFileSync(path.join(root, from.path), 'utf8'), TGIK);
  const notes = new Map(from && source ? [[from.path, source]] : []);
  const plan = planNewEpisode({ ...archive, notes }, {}, '2026-11-20');
  if (plan.kind === 'refused') throw new Error(plan.message);
  for (const file of plan.files) {
    fs.mkdirSync(path.dirname(path.join(root, file.path)), { recursive: true });
    fs.writeFileSync(path.join(root, file.path), file.after, { flag: file.before === null ? 'wx' : 'w' });
  }
  times.push({ all: performance.now() - started, archive: archiveKnown });
  for (const { path: name, before } of plan.files) {
    if (before !== null) fs.writeFileSync(path.join(root, name), before);
    else fs.rmSync(path.dirname(path.join(root, name)), { recursive: true });
  }
}
reader.dispose();
console.log(JSON.stringify(times));
