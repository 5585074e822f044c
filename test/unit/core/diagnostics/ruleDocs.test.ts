import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { rules } from '../../../../src/core/diagnostics/rules/index.js';

const root = path.resolve(import.meta.dirname, '../../../..');

suite('the pages of the rules', () => {
  test('are what `npx tsx scripts/rule-docs.mjs` writes', async () => {
    const script: { rulePages(): Map<string, string> } = await import(path.join(root, 'scripts/rule-docs.mjs'));
    const folder = path.join(root, 'docs/rules');
    const pages = new Map(
      fs.readdirSync(folder).map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]),
    );
    assert.deepEqual(pages, script.rulePages());
    assert.equal(pages.size, rules.length + 1);
  });
});
