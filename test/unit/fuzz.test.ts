import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { keepPromises } from '../fuzz/promises.js';
import { textKinds } from '../fuzz/texts.js';

const failures = path.resolve(__dirname, '../fuzz/failures');

/** Notes of many items: each is read anew for each edit. */
const dear = new Set(['outlines', 'samples', 'real', 'nested']);

suite('any text keeps every promise', () => {
  for (const [kind, texts] of Object.entries(textKinds())) {
    test(`random ${kind}`, () => {
      fc.assert(
        fc.property(texts, (text) => void keepPromises(text)),
        { numRuns: dear.has(kind) ? 15 : 200 },
      );
    }).timeout(60_000);
  }

  for (const name of fs.readdirSync(failures).filter((file) => file.endsWith('.json'))) {
    test(`once broken: ${name.replace('.json', '')}`, () => {
      keepPromises(JSON.parse(fs.readFileSync(path.join(failures, name), 'utf8')) as string);
    });
  }
});
