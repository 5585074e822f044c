import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { headOf, readHead } from '../../../../src/core/archive/noteHead.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { quickMarkdown } from '../../../../src/core/markdown/quick/quickMarkdown.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { sharedFolder } from '../../../support/shared.js';

/** `NOTES=100000 npx mocha test/unit/core/archive/noteHead.test.ts` for a long run. */
const NOTES = Number(process.env.NOTES ?? 1000);

const LINES = [
  ...[
    '# Episode 7 : Bread : rye',
    '# x',
    '#',
    '  # y',
    '- # z',
    '> # q',
    'Title',
    '===',
    '---',
    '## Show Notes',
    '### a',
  ],
  ...[
    '- Hosted by @ada',
    '- Hosted by [@grace][g] and [joan]',
    '[g]: https://g.io',
    '[joan]: <b',
    '- Recording date: 2020-01-03',
  ],
  ...['    - 01/02/2020', '<!--', '-->', '```', '~~~', '<div>', '</div>', '<pre>', '', '', '', '| a | b |', '|-|-|'],
  ...[
    '<a href="https://www.youtube.com/watch?v=abcdefghijk',
    '" target="_blank"><img src="http://img.youtube.com/vi/abcdefghijk/hqdefault.jpg"></a>',
  ],
  ...['- Video: https://youtu.be/bcdefghijkl', '\t# tab', '[^1]: # no', '# Two [^1]', '- [ ] a', 'lazy', '\uFEFF# bom'],
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r')), { maxLength: 16 })
  .map((lines) => lines.flat().join(''));

const same = (note: string): void => {
  const whole = headOf(parseEpisode(note));
  for (const read of [parseMarkdown, quickMarkdown]) assert.deepEqual(readHead(note, TGIK, read), whole);
};

suite('a note’s head', () => {
  test('is the same, however little of the note is read', () => {
    const folders = [path.resolve(__dirname, '../../../../samples'), sharedFolder('archive'), sharedFolder('seeds')];
    for (const folder of folders)
      for (const name of folder ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
        if (name.endsWith('.md')) {
          const note = fs.readFileSync(path.join(folder ?? '', name), 'utf8');
          for (const variant of [note, note.replaceAll('\n', '\r\n'), `\uFEFF${note}`]) same(variant);
        }
  }).timeout(0);

  test('is the same of any text', () =>
    fc.assert(fc.property(text, same), {
      numRuns: NOTES,
      ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
    })).timeout(0);

  test('is read from the top of the note alone', () => {
    const read: string[] = [];
    const note =
      '# A : b\n\n```\n# no heading\n```\n\n- Hosted by [@ada](a.io)\n\n## Notes\n\n- [ ] [a](https://b.io)\n\n## More\n';
    for (const definition of ['', '[b]: c\n', 'as [a] [b]: c\n']) {
      const { title, hosts } = readHead(note + definition, TGIK, (part) => {
        read.push(part);
        return parseMarkdown(part);
      });
      assert.deepEqual([title, hosts], ['A : b', ['@ada']]);
    }
    assert.ok(read.every((part) => !part.includes('https://b.io')));
  });

  test('is read from the whole where a definition below may tell what a link in it leads to', () => {
    const note = '# A\n\n- Hosted by [@ada][a]\n\n## Notes\n\n[a]: https://ada.io\n';
    assert.deepEqual(readHead(note, TGIK).hosts, ['@ada']);
  });
});
