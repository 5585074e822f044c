import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { rules } from '../../../../src/core/diagnostics/rules/index.js';
import { checkRule } from '../../../support/checkRule.js';

const folder = path.resolve(import.meta.dirname, '../../../../src/core/diagnostics/rules');
const isBad = ({ text }: { text: string }): boolean => text.includes('⟦');

suite('the list of rules', () => {
  test('names each code once', () => {
    const codes = rules.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)]);
    for (const code of codes) assert.match(code, /^[a-z]+\.[a-z]+(?:-[a-z]+)*$/);
  });

  test('holds the rule of every file', () => {
    const fileOf = (code: string): string => `${code.replace(/[.-](\w)/g, (_, letter) => letter.toUpperCase())}.ts`;
    const files = fs.readdirSync(folder).filter((file) => file !== 'index.ts');
    assert.deepEqual(files.sort(), rules.map(({ code }) => fileOf(code)).sort());
  });

  test('describes each rule in sentences', () => {
    for (const { description } of rules) assert.match(description, /^[A-Z].*\.$/);
  });
});

for (const { code, examples } of rules) {
  suite(code, () => {
    test('has examples of both kinds', () => {
      assert.ok(examples.filter(isBad).length >= 2);
      assert.ok(examples.filter((example) => !isBad(example)).length >= 2);
    });

    for (const example of examples) {
      const shown = JSON.stringify(example.text.replace(/^# T\n\n/, ''));
      test(`${isBad(example) ? 'finds' : 'leaves'} ${shown}`, () => checkRule(code, example));
    }
  });
}
