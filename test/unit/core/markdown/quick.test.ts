import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { quickMarkdown } from '../../../../src/core/markdown/quick/quickMarkdown.js';
import { textKinds } from '../../../fuzz/texts.js';
import { readWithRemark } from '../../../support/remark.js';
import { sharedFolder } from '../../../support/shared.js';

/** `NOTES=100000 SEED=2 npx mocha test/unit/core/markdown/quick.test.ts` for a long run. */
const NOTES = Number(process.env.NOTES ?? 1000);

const PIECES = [
  ...[
    'a',
    'b ',
    ' ',
    '  ',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '    ',
    '> ',
    '>',
    '- ',
    '-',
    '* ',
    '+ ',
    '1. ',
    '2) ',
  ],
  ...['# ', '## x\n', '#', '===\n', '---\n', '***\n', '```', '~~~\n', '`', '``', '\\', '\0', '\uFEFF', '\u00A0', '“'],
  ...['*', '*', '**', '_', '__', '~', '~~', '[', ']', '![', '](', '](b)', '](<b>)', '](b "c")', '(', ')', '[](', '"'],
  ...[
    '[ ] ',
    '[x] ',
    '[x]',
    '- [ ] ',
    '- [x] ',
    'https://a.io',
    'https://a.io/b_c',
    'www.a.io/',
    'a@b.io',
    '.',
    ',',
    '!',
  ],
  ...['<', '>', '<a>', '</a>', '<br/>', '<a b="c">', '<a b=c>', '<div>\n', '<pre>\n', '<!--', '-->', '<https://a.io>'],
  ...[
    '&amp;',
    '&',
    ';',
    '&#35;',
    '[a]: b\n',
    '[a]',
    '[^a]',
    '[^a]: ',
    '[A ]',
    '|',
    '| a |\n',
    '|-|\n',
    ':-',
    ':',
    '/',
    '=',
    "'",
  ],
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((all) => all.join(''));

/** Lines: an indent, a mark of a block, words, an end. */
const INDENTS = ['', '', '', ' ', '  ', '  ', '   ', '    ', '    ', '      ', '        '];
const MARKS = [
  ...[
    '',
    '',
    '',
    '- ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '1) ',
    '-   ',
    '- [ ] ',
    '- [x] ',
    '> ',
    '>',
    '# ',
    '## ',
    '- - ',
  ],
  ...['-', '>> ', '- > ', '-     ', '10. ', '> - ', '1.'],
];
const WORDS = [
  ...['', '', 'a', 'a b', 'word **b** c', '[a](b)', 'https://a.io', '```', '```', '~~~', '---', '===', '***', '<div>'],
  ...[
    '</div>',
    '<a href="x">',
    '<!-- x',
    '-->',
    '<b>c</b>',
    'x <br>',
    '| a | b |',
    '|-|-|',
    ':-',
    '[d]: e',
    '[e f]: <g> "h"',
    '| [a](b) | c |',
    '|a|',
    '[d]',
  ],
  ...[
    '[x][d]',
    '[^d]: e',
    '[^d] f',
    '[D ]: e',
    '![d][]',
    '`c`',
    'a  ',
    'a\\',
    '<pre>',
    '</pre>',
    '<a b="c',
    '" d>',
    '[x] a',
    '*a',
    'b*',
    '[a',
    'b](c)',
  ],
  ...['`a', 'b`', 'tgik.io/001', 'a_b_c', '&amp; &copy;', '\\*a\\*', '~~x~~', '~y~'],
];
const ENDS = ['\n', '\n', '\n', '\n', '\n\n', '\r\n', ' \n', '\n  \n'];
const line = fc.tuple(...[INDENTS, MARKS, WORDS, ENDS].map((some) => fc.constantFrom(...some)));
const lines = fc.array(line, { maxLength: 12 }).map((all) => all.flat().join(''));

const notesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));

suite('the quick reader', () => {
  test('reads whole notes as the parser of record does', () => {
    const folders = [path.resolve(__dirname, '../../../../samples'), sharedFolder('archive'), sharedFolder('seeds')];
    const notes = folders.flatMap((folder) => (folder === undefined ? [] : notesIn(folder)));
    assert.ok(notes.length > 5);
    for (const text of notes)
      for (const variant of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`])
        assert.deepEqual(quickMarkdown(variant).blocks, readWithRemark(variant));
  }).timeout(0);

  test('finds definitions behind each kind of line end', () => {
    for (const end of ['\n', '\r\n', '\r'])
      for (const text of [`[a][g]\n# x${end}[g]: https://g.io\n`, `[g]${end}${end}[g]: b${end}c`])
        assert.deepEqual(quickMarkdown(text).blocks, readWithRemark(text));
  });

  test('reads texts that are one thing over and over as the parser of record does', () => {
    const things = [
      '> ',
      '- ',
      '[',
      '![',
      '*',
      '**a ',
      '<a>',
      '`',
      '(',
      '> - ',
      '[a](',
      '~~',
      '| a ',
      '&#0;',
      '[a]: b\n',
      '-\n',
    ];
    for (const thing of things)
      for (const text of [thing.repeat(1000), `${thing.repeat(500)}a\n\n# b\n`])
        assert.deepEqual(quickMarkdown(text), parseMarkdown(text));
  }).timeout(0);

  const dear = new Set(['outlines', 'samples', 'references', 'real', 'nested']);
  for (const [kind, texts] of Object.entries({ markup: pieces, lines, ...textKinds() })) {
    test(`reads random texts, ${kind}, as the parser of record does`, () => {
      const same = (text: string): void => assert.deepEqual(quickMarkdown(text).blocks, readWithRemark(text));
      fc.assert(fc.property(texts, same), { numRuns: dear.has(kind) ? NOTES / 50 : NOTES });
    }).timeout(0);
  }
});
