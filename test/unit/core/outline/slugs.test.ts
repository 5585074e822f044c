import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { regex as short } from '../../../../src/core/outline/notInSlugs.js';

const index = createRequire(import.meta.url).resolve('github-slugger');

suite('slugs in the bundles', () => {
  test('leave out what the library leaves out, but for letters younger than its table', async () => {
    const { regex } = (await import(path.join(path.dirname(index), 'regex.js'))) as { regex: RegExp };
    const removes = (by: RegExp, char: string): boolean => char.replace(by, '') !== char;
    for (let code = 0; code < 0x110000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const char = String.fromCodePoint(code);
      const [library, ours] = [removes(regex, char), removes(short, char)];
      if (code < 0x870) assert.equal(ours, library, code.toString(16));
      else assert.ok(library || !ours, code.toString(16));
    }
  });
});
