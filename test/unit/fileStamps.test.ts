import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { stampOf } from '../../src/core/archive/stamp.js';
import { FileStamps } from '../../src/node/stamps/fileStamps.js';

const FILES = 1600;

suite('the times of many files', () => {
  let folder: string;
  let script: string;
  const paths = Array.from({ length: FILES }, (_, at) => (at % 7 === 3 ? `none/${at}` : `ä ${at % 5}.md`));

  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-stamps-'));
    script = path.join(folder, 'stampWorker.cjs');
    const entryPoints = [path.resolve('src/node/stamps/stampWorker.ts')];
    esbuild.buildSync({ entryPoints, bundle: true, platform: 'node', outfile: script });
    for (let at = 0; at < 5; at++) fs.writeFileSync(path.join(folder, `ä ${at}.md`), 'x'.repeat(at));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, maxRetries: 9 }));

  const expected = (some: readonly string[]): string[] =>
    some.map((name) => {
      const found = fs.statSync(path.join(folder, name), { throwIfNoEntry: false });
      return found ? stampOf(found.mtime.getTime(), found.size) : '';
    });

  test('are told by threads, one after the other', async () => {
    const stamps = new FileStamps(script);
    stamps.prepare();
    assert.deepEqual(await stamps.of(folder, paths), expected(paths));
    assert.deepEqual(await stamps.of(folder, paths), expected(paths));
  });

  test('are told without threads where there are few', async () => {
    const stamps = new FileStamps('none');
    for (const count of [0, 1, 200]) {
      const some = paths.slice(0, count);
      assert.deepEqual(await stamps.of(folder, some), expected(some));
    }
  });

  test('are not told where threads fail, before they are asked or after', async () => {
    const broken = path.join(folder, 'broken.cjs');
    for (const code of [
      'throw new Error()',
      "require('worker_threads').parentPort.on('message', () => process.exit())",
    ]) {
      fs.writeFileSync(broken, code);
      const stamps = new FileStamps(broken);
      stamps.prepare();
      if (code.startsWith('throw')) await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(
        await stamps.of(folder, paths),
        paths.map(() => ''),
      );
    }
  });
});
