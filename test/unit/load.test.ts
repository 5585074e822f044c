import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { tgik } from '../cli/support.js';
import { FAULTY, nameOf, writeShow } from '../load/showOf.js';
import { heapWhileTyping } from '../load/typing.js';

const NOTES = 300;

suite('load', function () {
  this.timeout(60_000);

  test(`a show of ${NOTES} notes is listed, checked and goes on`, async () => {
    const root = mkdtempSync(join(tmpdir(), 'tgik-load-'));
    try {
      writeShow(root, NOTES);
      assert.equal(JSON.parse((await tgik(root, 'episodes', '--format', 'json')).out).length, NOTES);
      const problems = JSON.parse((await tgik(root, 'check', '--format', 'json')).out) as { code: string }[];
      assert.equal(problems.filter(({ code }) => code === 'link.empty-target').length, NOTES / FAULTY);
      const { code } = await tgik(root, 'new', '--title', 'Cables : the last');
      assert.equal(code, 0);
      const index = readFileSync(join(root, 'playlist.md'), 'utf8').split('\n');
      assert.match(index[2] ?? '', new RegExp(`^- \\[${nameOf(NOTES + 1)}: `));
      assert.equal(index.filter((line) => line.startsWith('- [')).length, NOTES + 1);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test('typing leaves nothing behind in memory', () => {
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    const [, warm = 0, ...later] = heapWhileTyping(500, 100, collect);
    const most = Math.max(...later);
    assert.ok(most - warm < 4 * 1024 * 1024, `${warm} bytes grew to ${most}`);
  });
});
