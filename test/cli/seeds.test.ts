import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeFolders, tgik } from './support.js';

const seeds = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../../shared/seeds');

/** Note → tasks done and in all, counted by hand. */
const COUNTS = { '086': [10, 53], '090': [18, 54], '093': [27, 55], '096': [39, 58], '099': [50, 73] } as const;

suite('tgik outline on the seeds', () => {
  teardown(removeFolders);

  for (const [name, [done, total]] of Object.entries(COUNTS)) {
    test(`${name} is ${done}/${total}`, async function () {
      const seed = resolve(seeds, `${name}.md`);
      if (!existsSync(seed)) {
        console.log(`      skipped: there is no shared/seeds/${name}.md beside the repository`);
        this.skip();
      }
      const { code, out } = await tgik(seeds, 'outline', `${name}.md`, '--format', 'json');
      assert.equal(code, 0);
      assert.deepEqual(JSON.parse(out).progress, { done, total });
    });
  }
});
