// npm run load [-- --notes 10000 --edits 50000]: what a large show and a long day cost. Prints; asserts nothing of time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { run } from '../../src/cli/run.js';
import { loadShow } from '../../src/node/loadShow.js';
import { writeShow } from './showOf.js';
import { heapWhileTyping } from './typing.js';

const { values } = parseArgs({
  options: { notes: { type: 'string', default: '10000' }, edits: { type: 'string', default: '50000' } },
});
const [notes, edits] = [Number(values.notes), Number(values.edits)];
const collect = (): void => globalThis.gc?.();
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await act();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}

async function tgik(root: string, ...argv: string[]): Promise<number> {
  let lines = 0;
  const code = await run(argv, {
    cwd: root,
    stdout: { write: (text: string) => (lines += text.split('\n').length - 1) },
    stderr: { write: (text: string) => process.stderr.write(text) },
    now: () => Date.now(),
  });
  console.log(`  exit code ${code}, ${lines} lines`);
  return code;
}

async function largeShow(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'tgik-load-'));
  try {
    writeShow(root, notes);
    console.log(`${notes} notes`);
    const show = await timed('read the show', () => loadShow(root));
    collect();
    console.log(`  ${show.archive.episodes.length} episodes, heap ${megabytes(process.memoryUsage().heapUsed)}`);
    await timed('list all (tgik episodes)', () => tgik(root, 'episodes'));
    await timed('check all (tgik check)', () => tgik(root, 'check'));
    await timed('make the next (tgik new)', () => tgik(root, 'new', '--title', 'Cables : the last'));
  } finally {
    rmSync(root, { recursive: true });
  }
}

function longDay(): void {
  const every = Math.max(1, Math.floor(edits / 10));
  const heap = heapWhileTyping(edits, every, collect);
  console.log(`${edits} edits of one note: heap after each ${every}`);
  console.log(`  ${heap.map(megabytes).join(' · ')}`);
}

void largeShow().then(longDay);
