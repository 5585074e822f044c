// For how long at most the extension host's thread is held up while a note is opened, beside the same text as Markdown that is no note.
import * as vscode from 'vscode';
import { makeNote } from '../bench/note.js';
import { closeAll, file, open, problemsOf, until, write } from './workspace.js';

const RUNS = 3;

suite('opening', () => {
  for (const size of [6_000, 100_000, 1_000_000])
    test(`a note of ${size / 1000} KB`, async function () {
      this.timeout(240_000);
      await vscode.commands.executeCommand('tgik.outline.focus');
      const [ours, plain]: [number[], number[]] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        const text = `${makeNote(size)}\n[empty](\n[empty]()\n`;
        const number = 800 + run + size / 1000;
        for (const [name, blocks] of [
          [`episodes/${number}/README.md`, ours],
          [`episodes/${number}/plain.md`, plain],
        ] as const) {
          await write(name, text);
          await pause(1500);
          blocks.push(
            await longestBlock(async () => {
              await open(name);
              if (name.endsWith('README.md')) await until('problems', () => problemsOf(file(name)).length > 0, 60_000);
              await pause(3000);
            }),
          );
          await closeAll();
        }
        await vscode.workspace.fs.delete(file(`episodes/${number}`), { recursive: true });
      }
      console.log(
        `${process.env.TGIK_MARK ?? ''}      ${size / 1000} KB: note ${range(ours)}, Markdown ${range(plain)}`,
      );
    });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds of the longest time in which nothing else could run. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
  let [longest, last] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await work();
  clearInterval(timer);
  return longest;
}

const range = (values: readonly number[]): string => {
  const all = [...values].sort((a, b) => a - b);
  return `${all[all.length >> 1]?.toFixed(0)} ms (${all[0]?.toFixed(0)}–${all.at(-1)?.toFixed(0)})`;
};
