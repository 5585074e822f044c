import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeProblems } from '../../../../src/core/diagnostics/computeProblems.js';
import { computeFixes } from '../../../../src/core/quickFixes/index.js';
import { applyEdits } from '../../../../src/core/text/span.js';
import { factsOf } from '../../../support/checkRule.js';

const PIECES = [
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '"',
  '<',
  '>',
  '`',
  '```',
  '*',
  '_',
  '~~',
  '\\',
  ' ',
  '  ',
  '    ',
  '\n',
  '\r\n',
  '\n\n',
  '- ',
  '- [ ] ',
  '- [x]',
  '1. ',
  '> ',
  '# ',
  '## Table of Contents',
  '| ',
  'a',
  'Ünï',
  '🎉',
  '日本',
  '00:',
  '19:00:00',
  'https://',
  'http://a.io',
  'https://a.io/x_(y)',
  'www.a.io',
  'htp://a.io',
  'a.io',
  'tgik.io/998',
  'README.md',
  'https:/',
  '<a href="',
  '<img src="',
  '">',
  '</a>',
  '<!--',
  '-->',
  '# Episode 9 : ',
  '- Recording date',
  '- Hosted by @a',
  '\uFEFF',
  'https://www.youtube.com/watch?v=',
  'abcdefghijk',
  'http://img.youtube.com/vi/',
  '[a]: ',
  '[^1]',
  '\0',
  '\uE000',
  '\u2028',
];

suite('any text', () => {
  test('is judged without a throw; every span and every fix lies inside it', () => {
    const note = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
    const property = fc.property(note, (text) => {
      const facts = factsOf({ text, path: 'episodes/010/README.md', others: { 'episodes/009/README.md': '# a' } });
      for (const problem of computeProblems(facts)) {
        const { start, end } = problem.span;
        assert.ok(0 <= start && start < end && end <= text.length, `${problem.code} at ${start}–${end}`);
        for (const { edits } of computeFixes(facts, problem)) assert.notEqual(applyEdits(text, edits), text);
      }
    });
    fc.assert(property, { numRuns: 1500 });
  });
});
