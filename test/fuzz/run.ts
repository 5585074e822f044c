// npm run fuzz [-- --cases 1000000 --seed 7 --workers 4]: random texts against every promise, until all are tried.
// Prints the seed; each failure is shrunk and saved in test/fuzz/failures under a name to be bettered by hand.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { promises, readAny } from './promises.js';
import { textKinds } from './texts.js';

/** Of a thousand texts; those that cost little are tried most. */
const SHARES: Readonly<Record<string, number>> = {
  bytes: 400,
  codeUnits: 400,
  pieces: 177,
  nested: 10,
  outlines: 1,
  samples: 4,
  references: 4,
  real: 4,
};
const BATCH = 1000;
const failures = path.join(__dirname, 'failures');

interface Report {
  readonly kind: string;
  readonly cases: number;
  readonly failed?: string;
}

function tryBatch(kind: string, texts: fc.Arbitrary<string>, cases: number, seed: number): Report {
  let broken = 'read';
  const property = fc.property(texts, (text) => {
    broken = 'read';
    const facts = readAny(text);
    for (const [name, promise] of Object.entries(promises)) {
      broken = name;
      promise(facts);
    }
  });
  const result = fc.check(property, { numRuns: cases, seed });
  const text = result.counterexample?.[0];
  if (!result.failed || text === undefined) return { kind, cases: result.numRuns };
  const hash = createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 8);
  const name = `${broken}-${hash}.json`;
  // Real notes stay where they are: only what was made up here is saved
  const saved = kind !== 'real';
  if (saved) fs.writeFileSync(path.join(failures, name), `${JSON.stringify(text)}\n`);
  const why = String(result.errorInstance).split('\n')[0]?.slice(0, 160);
  return { kind, cases: result.numRuns, failed: `${saved ? name : broken} (seed ${seed}): ${why}` };
}

function work(cases: number, seed: number): void {
  const kinds = Object.entries(textKinds());
  let at = seed;
  for (let done = 0; done < cases; done += BATCH) {
    for (const [kind, texts] of kinds) {
      const share = SHARES[kind] ?? 1;
      at += 1;
      process.send?.(tryBatch(kind, texts, share, at));
    }
  }
}

async function lead(cases: number, seed: number, workers: number): Promise<void> {
  console.log(`seed ${seed}, ${cases} texts, ${workers} workers`);
  const counts = new Map<string, number>();
  const failed = new Set<string>();
  const started = Date.now();
  const total = (): number => [...counts.values()].reduce((sum, one) => sum + one, 0);
  const timer = setInterval(() => console.log(`${total()} texts, ${failed.size} failures`), 30_000);
  const share = Math.ceil(cases / workers);
  const run = (worker: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(__filename, [
        '--worker',
        '--cases',
        String(share),
        '--seed',
        String(seed + worker * 10_000_000),
      ]);
      child.on('message', ({ kind, cases: count, failed: why }: Report) => {
        counts.set(kind, (counts.get(kind) ?? 0) + count);
        if (why && !failed.has(why)) {
          failed.add(why);
          console.log(why);
        }
      });
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
    });
  await Promise.all(Array.from({ length: workers }, (_, worker) => run(worker)));
  clearInterval(timer);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.table(Object.fromEntries(counts));
  console.log(`${total()} texts, ${Object.keys(promises).length} promises each, ${seconds} s, ${failed.size} failures`);
  process.exitCode = failed.size > 0 ? 1 : 0;
}

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    workers: { type: 'string', default: String(os.availableParallelism()) },
    worker: { type: 'boolean', default: false },
  },
});
if (values.worker) work(Number(values.cases), Number(values.seed));
else void lead(Number(values.cases), Number(values.seed), Number(values.workers));
