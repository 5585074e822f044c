import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { computeProblems } from '../../../../src/core/diagnostics/computeProblems.js';
import type { Facts } from '../../../../src/core/diagnostics/rule.js';
import { rules } from '../../../../src/core/diagnostics/rules/index.js';
import { computeFixes, fixers } from '../../../../src/core/quickFixes/index.js';
import { applyEdits } from '../../../../src/core/text/span.js';
import { checkFixed, factsWith, fixesOf } from '../../../support/checkFix.js';
import { factsOf } from '../../../support/checkRule.js';
import { readMarked } from '../../../support/markedText.js';
import { readArchive } from '../../../support/realShow.js';
import { sharedFolder } from '../../../support/shared.js';

const folder = path.resolve(import.meta.dirname, '../../../../src/core/quickFixes');

suite('the list of fixes', () => {
  test('holds the fixer of every file, each for a code that a rule has', () => {
    const files = fs.readdirSync(folder).filter((file) => file !== 'index.ts' && file !== 'quickFix.ts');
    assert.equal(fixers.length, files.length);
    const codes = fixers.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)]);
    for (const code of codes) assert.ok(rules.some((rule) => rule.code === code));
  });
});

/** Every fix of every problem mends it and brings no other; preferred ones can be applied one after the other. */
function checkAll(facts: Facts): void {
  for (const problem of computeProblems(facts))
    for (const fix of computeFixes(facts, problem)) checkFixed(facts, problem, fix);
}

suite('every fix', () => {
  for (const { code, examples } of rules)
    test(`mends the examples of ${code}`, () => {
      for (const example of examples) checkAll(factsOf({ ...example, text: readMarked(example.text).text }));
    });

  test('mends the real archive', function () {
    const archive = sharedFolder('archive');
    if (!archive) return this.skip();
    for (const facts of readArchive(archive)) checkAll(facts);
  });

  test('leaves the bytes around it alone, on Windows too', () => {
    const text = '\uFEFF# T\r\n\r\n-   [a](a.io)  \r\n- \r\n* [b](https://b.io)(https://b.io)\r\n\r\n- ![]()';
    let facts = factsOf({ text });
    for (let round = 0; round < 9; round += 1) {
      const fix = computeProblems(facts).flatMap((problem) => computeFixes(facts, problem))[0];
      if (!fix) break;
      facts = factsWith(facts, applyEdits(facts.episode.syntax.text, fix.edits));
    }
    assert.equal(facts.episode.syntax.text, '\uFEFF# T\r\n\r\n-   [a](https://a.io)  \r\n* [b](https://b.io)\r\n\r\n');
  });

  test('offers nothing where the text has moved on', () => {
    const facts = factsOf({ text: '- [a](https://b.io)(https://b.io)\n- [b(https://b.io)\n- [c](htp://a.io)' });
    const problems = computeProblems(facts);
    const moved = factsWith(facts, 'quite another text, long enough for all of it, with no link at all in it to mend');
    assert.ok(problems.length >= 3);
    for (const problem of problems) assert.deepEqual(computeFixes(moved, problem), []);
  });
});

const TABLE: readonly (readonly [code: string, text: string, ...fixes: (readonly [title: string, text: string])[]])[] =
  [
    ['link.missing-scheme', '- [a](a.io)', ['! Add https://', '- [a](https://a.io)']],
    ['link.missing-scheme', '- [a](me@a.io)', ['! Add mailto:', '- [a](mailto:me@a.io)']],
    ['link.missing-bracket', '- [a b(https://a.io)', ['! Close the bracket', '- [a b](https://a.io)']],
    ['link.missing-bracket', '- [a b (https://a.io)', ['! Close the bracket', '- [a b](https://a.io)']],
    ['link.missing-bracket', '- (a b)(https://a.io)', ['! Put the words in square brackets', '- [a b](https://a.io)']],
    ['link.missing-bracket', '- [a b](https://a.io.', ['! Close the parenthesis', '- [a b](https://a.io).']],
    ['link.missing-bracket', '- [ab] (https://a.io)', ['! Remove the blank', '- [ab](https://a.io)']],
    ['link.missing-bracket', '- [ab]https://a.io, c', ['! Put the URL in parentheses', '- [ab](https://a.io), c']],
    ['link.missing-bracket', '- a b](https://a.io)', ['Make “a b” a link', '- [a b](https://a.io)']],
    [
      'link.missing-bracket',
      '- [x] the Release Notes(https://a.io)',
      ['Make “Release Notes” a link', '- [x] the [Release Notes](https://a.io)'],
      ['Make “Notes” a link', '- [x] the Release [Notes](https://a.io)'],
      ['Make “the Release Notes” a link', '- [x] [the Release Notes](https://a.io)'],
      ['Put a blank before the parenthesis', '- [x] the Release Notes (https://a.io)'],
    ],
    ['link.doubled-target', '- [a](https://a.io)(https://a.io)', ['! Keep https://a.io only', '- [a](https://a.io)']],
    [
      'link.doubled-target',
      '- [a](https://a.io)(https://b.io)',
      ['Keep https://a.io only', '- [a](https://a.io)'],
      ['Keep https://b.io only', '- [a](https://b.io)'],
    ],
    ['link.malformed-url', '- [a]((https://a.io))', ['! Change to https://a.io', '- [a](https://a.io)']],
    ['link.malformed-url', '- [a]((https://a.io)', ['! Remove the second parenthesis', '- [a](https://a.io)']],
    ['link.malformed-url', '- [a](htps://a.io)', ['! Change to https://a.io', '- [a](https://a.io)']],
    ['link.malformed-url', '- [a](http//a.io)', ['! Change to http://a.io', '- [a](http://a.io)']],
    ['link.malformed-url', '- [a](https:///a.io)', ['! Change to https://a.io', '- [a](https://a.io)']],
    ['link.malformed-url', '- [a](https://http://a.io/x)', ['! Change to http://a.io/x', '- [a](http://a.io/x)']],
    ['link.malformed-url', '- [a](https://a.io/b c)', ['Change to https://a.io/b%20c', '- [a](https://a.io/b%20c)']],
    ['link.malformed-url', '- [a](https://a.io https://b.io)'],
    [
      'link.malformed-url',
      '# T\n\n## S\n\nhttps://www.youtube.com/watch?abcdefghijk',
      [
        '! Change to https://www.youtube.com/watch?v=abcdefghijk',
        '# T\n\n## S\n\nhttps://www.youtube.com/watch?v=abcdefghijk',
      ],
    ],
    ['link.empty-target', '- a ![]()', ['! Remove the empty image', '- a ']],
    ['link.empty-target', '- a\n- []()\n- b', ['! Remove the empty link', '- a\n- b']],
    ['link.empty-target', '- [a]()', ['Keep the words, drop the link', '- a']],
    ['link.empty-target', '<a href="">a</a>'],
    ['outline.empty-item', '- a\n    - [x] \n- b', ['Remove the empty item', '- a\n- b']],
    ['outline.empty-item', '- a\n-', ['! Remove the empty item', '- a\n']],
    [
      'episode.date-invalid',
      '# T\n\n- Recording date: 25/12/2019',
      ['! Change to 2019-12-25', '# T\n\n- Recording date: 2019-12-25'],
    ],
    [
      'episode.date-invalid',
      '# T\n\n- Recording date: 11 October 2019',
      ['! Change to 2019-10-11', '# T\n\n- Recording date: 2019-10-11'],
    ],
    [
      'episode.date-invalid',
      '# T\n\n- Recording date: Friday, October 11, 2019',
      ['! Change to 2019-10-11', '# T\n\n- Recording date: 2019-10-11'],
    ],
    ['episode.date-invalid', '# T\n\n- Recording date'],
    ['episode.date-invalid', '# T\n\n- Recording date: 2019-02-30'],
    [
      'chapter.malformed-time',
      '# T\n\n## Table of Contents\n\n- 19:00:00 - a',
      ['Change to 00:19:00', '# T\n\n## Table of Contents\n\n- 00:19:00 - a'],
    ],
    [
      'chapter.malformed-time',
      '# T\n\n## Table of Contents\n\n- 0:5:07 - a',
      ['Change to 00:05:07', '# T\n\n## Table of Contents\n\n- 00:05:07 - a'],
    ],
  ];

const BROKEN =
  '# T\n\n<a href="https://youtu.be/abcdefghijk\n\n"><img src="http://img.youtube.com/vi/abcdefghijk/0.jpg"></a>';

for (const [code, text, ...expected] of TABLE)
  test(`${code}: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(fixesOf(code, text), expected);
  });

test('link.malformed-url: a blank line inside the tag', () => {
  assert.deepEqual(fixesOf('link.malformed-url', BROKEN), [
    ['! Remove the blank line', BROKEN.replace('\n\n">', '">')],
  ]);
});

suite('fixes that ask the show', () => {
  const embed = (link: string, thumbnail: string): string =>
    `# T\n\n<a href="https://www.youtube.com/watch?v=${link}\n" target="_blank"><img src="http://img.youtube.com/vi/${thumbnail}/0.jpg"></a>\n`;
  const [ours, theirs] = ['abcdefghijk', 'ABCDEFGHIJK'];
  const path = 'episodes/002/README.md';
  const others = { 'episodes/001/README.md': embed(theirs, theirs) };

  test('take the title’s number from the folder', () => {
    assert.deepEqual(fixesOf('episode.number-differs', '# Episode #1 : T', { path, text: '' }), [
      ['! Change the number to 002', '# Episode #002 : T'],
    ]);
  });

  test('take either id where nothing tells them apart', () => {
    assert.deepEqual(fixesOf('video.ids-differ', embed(ours, theirs)), [
      [`Use ${ours}, the link’s, in both places`, embed(ours, ours)],
      [`Use ${theirs}, the thumbnail’s, in both places`, embed(theirs, theirs)],
    ]);
  });

  test('never take the id of an earlier episode', () => {
    assert.deepEqual(fixesOf('video.ids-differ', embed(ours, theirs), { path, others, text: '' }), [
      [`! Use ${ours}, the link’s, in both places`, embed(ours, ours)],
    ]);
    assert.deepEqual(fixesOf('video.ids-differ', embed(theirs, ours), { path, others, text: '' }), [
      [`! Use ${ours}, the thumbnail’s, in both places`, embed(ours, ours)],
    ]);
    assert.deepEqual(fixesOf('video.id-missing', embed('', theirs), { path, others, text: '' }), []);
  });

  test('take a lost id from the other place', () => {
    assert.deepEqual(fixesOf('video.id-missing', embed('', ours)), [
      [`! Use ${ours}, the thumbnail’s`, embed(ours, ours)],
    ]);
    assert.deepEqual(fixesOf('video.id-missing', embed(ours, '')), [[`! Use ${ours}, the link’s`, embed(ours, ours)]]);
  });

  test('close the tag that a blank line broke', () => {
    const broken = embed('', ours).replace('\n" target', '\n\n" target');
    const fixed = embed(ours, ours).replace('\n" target', '" target');
    assert.deepEqual(fixesOf('video.id-missing', broken), [[`! Use ${ours}, the thumbnail’s`, fixed]]);
  });
});

suite('a link that has moved', () => {
  const verdicts = {
    'http://a.io/x#y': { verdict: 'moved', reason: '', finalUrl: 'https://b.io/p(1)?q=1&r=2' },
  } as const;
  const cases = {
    '[x](http://a.io/x#y)': '[x](https://b.io/p%281%29?q=1&r=2#y)',
    '<a href="http://a.io/x#y">x</a>': '<a href="https://b.io/p(1)?q=1&amp;r=2#y">x</a>',
  };
  for (const [text, expected] of Object.entries(cases))
    test(`is replaced, its fragment kept: ${text}`, () => {
      assert.deepEqual(fixesOf('link.moved', text, { verdicts }), [
        ['Replace by https://b.io/p(1)?q=1&r=2#y', expected],
      ]);
    });
});
