import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../../../../src/core/text/lines.js';

test('lines are counted as the reference of LSP counts them', () => {
  const text = fc.array(fc.constantFrom('a', '😀', ' ', '\n', '\r\n', '\r', '\u2028'), { maxLength: 20 });
  fc.assert(
    fc.property(text, fc.integer({ min: -2, max: 30 }), fc.integer({ min: -1, max: 12 }), (parts, at, line) => {
      const [ours, reference] = [new Lines(parts.join('')), TextDocument.create('', '', 0, parts.join(''))];
      assert.equal(ours.count, reference.lineCount);
      assert.deepEqual(ours.positionAt(at), reference.positionAt(at));
      assert.equal(ours.offsetAt(line, at), reference.offsetAt({ line, character: at }));
    }),
    { numRuns: 1000 },
  );
});
