import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBlocks } from '../../../../src/core/markdown/parseBlocks.js';
import { textKinds } from '../../../fuzz/texts.js';
import { readWithRemark } from '../../../support/remark.js';

/** `NOTES=100000 SEED=2 npx mocha test/unit/core/markdown/gfm.test.ts` for a long run. */
const NOTES = Number(process.env.NOTES ?? 1000);

/** What GFM reads otherwise than CommonMark, whole and in parts. */
const PIECES = [
  ...['a', 'b', ' ', '  ', '\n', '\n', '\r\n', '\r', '\t', '\n\n', '    ', '> ', '- ', '1. ', '# ', '\\', '`', '\0'],
  ...['|', '|', '-', '--', ':-', '-:', ':', '| a | b |\n', '|-|-|\n', '- | -\n', '===\n', '---\n', 'a\n:-', '\u2028'],
  ...['~', '~~', '*', '**', '_', '[^a]', '[^', '^', ']', '[^a]: ', '[a]: b\n', '![', '[', '](c)'],
  ...['[ ]', '[x] ', '[\n]', '[\r\n]', '[\t] ', '- [', 'x] '],
  ...[
    '@',
    'a@b.c',
    'a@.b.c',
    'a.b',
    '.',
    '+',
    'http',
    'https://',
    'HTTP://',
    '://',
    'ftp://',
    'www.',
    'WWW.a.b',
    'mailto:',
    '<',
  ],
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((all) => all.join(''));

suite('GFM’s extensions as a text needs them', () => {
  const dear = new Set(['outlines', 'samples', 'real', 'nested']);
  for (const [kind, texts] of Object.entries({ 'of GFM': pieces, ...textKinds() })) {
    test(`read random texts, ${kind}, as all of them do`, () => {
      const same = (text: string): void => {
        const start = text.startsWith('\uFEFF') ? 1 : 0;
        assert.deepEqual(parseBlocks(text, { start, end: text.length }), readWithRemark(text));
      };
      fc.assert(fc.property(texts, same), { numRuns: dear.has(kind) ? NOTES / 50 : NOTES });
    }).timeout(0);
  }
});
