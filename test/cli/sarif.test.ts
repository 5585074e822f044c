import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { folderWith, HARBOUR_SHOW, note, path as notePath, removeFolders, tgik } from './support.js';

/** OASIS, SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../fixtures/sarif-2.1.0.json'), 'utf8'));
const validate = new Ajv({
  strict: false,
  validateFormats: false,
  logger: false,
  unicodeRegExp: false,
  allErrors: true,
}).compile(schema);

const BROKEN =
  '\nA picture 😀 ![]() here\n\n- [plan](nowhere.pdf)\n- [a](https://example.com/a?utm_source=x)\n- [x]y\n- [ ] z\n';

suite('SARIF', () => {
  teardown(removeFolders);

  for (const [name, show] of [
    ['notes with problems', { ...HARBOUR_SHOW, [notePath(3)]: note(3, 'Harbour Tour : Quays', BROKEN, '2024-03-01') }],
    ['sound notes', HARBOUR_SHOW],
  ] as const)
    test(`is valid by the standard’s own schema: ${name}`, async () => {
      const { out } = await tgik(await folderWith(show), 'check', '--format', 'sarif');
      assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors?.slice(0, 3), null, 1));
    });

  test('the schema finds what is wrong', () => {
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: {} }] }), false);
    assert.equal(validate({ version: '3', runs: [] }), false);
  });
});
