// New TGIK Episode as the extension does it, from the last answer to the text written, of a show whose archive is
// known: `newEpisode.mjs FOLDER STORAGE WORKER RUNS`. Prints JSON. What is written is taken back.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { parseEpisode } from '../../../src/core/episode/parseEpisode.js';
import { planNewEpisode, suggestNewEpisode } from '../../../src/core/newEpisode/planNewEpisode.js';
import { TGIK } from '../../../src/core/show/show.js';
import { ArchiveLoader } from '../../../src/extension/adapters/archiveLoader.js';
import { Episodes } from '../../../src/extension/adapters/episodes.js';
import { NoteCache } from '../../../src/extension/adapters/noteCache.js';
import { findDisk } from '../../../src/extension/adapters/noteDisk.js';
import { NoteReader } from '../../../src/extension/adapters/noteReader.js';
import type { ShowFolder } from '../../../src/extension/adapters/showFolder.js';
import type { ReadAnswer } from '../../../src/worker/readRequest.js';

const [, , root = '', storage = '', worker = '', runs = '5'] = process.argv;
const log = { debug() {}, warn: console.error } as unknown as vscode.LogOutputChannel;
const start = () => {
  const thread = new Worker(worker, { resourceLimits: { maxYoungGenerationSizeMb: 8 } });
  return {
    post: (request: unknown) => thread.postMessage(request),
    onAnswer: (listener: (read: ReadAnswer) => void) => void thread.on('message', listener),
    onFailure: (listener: (error: unknown) => void) => void thread.on('error', listener),
    end: () => void thread.terminate(),
  };
};
const most = Math.max(1, Math.min(4, os.availableParallelism() - 1));
const reader = new NoteReader({ most, start }, log);
const cache = new NoteCache(vscode.Uri.file(storage), 'bench', log);
const loader = new ArchiveLoader(log, new Episodes(reader), reader, cache, findDisk);
const showFolder = { folder: { uri: vscode.Uri.file(root), name: 'show', index: 0 }, show: TGIK };

await loader.load(showFolder as unknown as ShowFolder);
const times: { all: number; archive: number }[] = [];
for (let run = 0; run < Number(runs); run += 1) {
  const started = performance.now();
  loader.touchAll();
  const archive = await loader.load(showFolder as unknown as ShowFolder);
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
