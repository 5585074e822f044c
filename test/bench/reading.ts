// npm run bench:reading [-- FOLDER]: what reading every note of a show costs on one thread, by each reader in turn.
// Without a folder of notes, 1,000 made up ones are read. RUNS=5
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { summarizeNote } from '../../src/core/archive/noteSummary.js';
import { readEpisode } from '../../src/core/episode/parseEpisode.js';
import { parseMarkdown } from '../../src/core/markdown/parseMarkdown.js';
import { quickMarkdown } from '../../src/core/markdown/quick/quickMarkdown.js';
import { TGIK } from '../../src/core/show/show.js';
import { readWithRemark } from '../support/remark.js';
import { makeNote } from './note.js';

const RUNS = Number(process.env.RUNS ?? 5);

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'remark-parse with all of GFM': readWithRemark,
  'parseMarkdown: with what of GFM a note needs, in parts': parseMarkdown,
  'quickMarkdown: lezer, remark where in doubt': quickMarkdown,
  'quickMarkdown and what the archive keeps of it': (text) => summarizeNote(readEpisode(quickMarkdown(text), TGIK)),
};

function notesIn(folder: string): string[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

/** Milliseconds of this process, not of others on the machine. */
function timed(read: (text: string) => unknown, notes: readonly string[]): number {
  const before = process.cpuUsage();
  for (const note of notes) read(note);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const [folder] = process.argv.slice(2);
const notes = folder ? notesIn(folder) : Array.from({ length: 1000 }, (_, at) => makeNote(300 + (at % 40) * 120));
const megabytes = notes.reduce((sum, note) => sum + Buffer.byteLength(note), 0) / 1e6;
console.log(`${notes.length} notes, ${megabytes.toFixed(1)} MB, ${RUNS} runs`);
console.log(`${os.availableParallelism()} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}\n`);
const times = new Map(Object.keys(readers).map((name) => [name, [] as number[]]));
for (let run = 0; run < RUNS; run++)
  for (const [name, read] of Object.entries(readers)) times.get(name)?.push(timed(read, notes));
console.log('| reader | ms, median (range) |\n| --- | --- |');
for (const [name, all] of times) {
  const sorted = all.sort((a, b) => a - b).map((one) => one.toFixed(0));
  console.log(`| ${name} | ${sorted[sorted.length >> 1]} (${sorted[0]}–${sorted.at(-1)}) |`);
}
