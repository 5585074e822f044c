import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../support/shared.js';
import { coloured, type Grammars, installedGrammars, loadMarkdown, STAND_IN, tokenize } from './tokenize.js';

interface Case {
  readonly name: string;
  readonly text: string;
  /** Words and the scope they get, in order. */
  readonly colours: readonly (readonly [string, string])[];
}

const KEY = 'keyword.other.header';
const COLON = 'punctuation.separator.key-value';
const HOST = 'entity.name.tag.host';
const DATE = 'constant.numeric.date';
const TIME = 'constant.numeric.time';
const OPEN = 'punctuation.definition.task.begin';
const CLOSE = 'punctuation.definition.task.end';
const DONE = 'constant.language.task.done';
const STAMP = 'markup.underline.link.reference';
const PLACEHOLDER = 'variable.parameter.placeholder';
const openBox = [
  ['[', OPEN],
  [' ', 'keyword.control.task.open'],
  [']', CLOSE],
] as const;
const doneBox = (mark: string) =>
  [
    ['[', OPEN],
    [mark, DONE],
    [']', CLOSE],
  ] as const;

const CASES: readonly Case[] = [
  {
    name: 'the host line: words, colon and every handle',
    text: '- Hosted by @ana_b and @bo-c, @cy',
    colours: [
      ['Hosted by', KEY],
      ['@ana_b', HOST],
      ['@bo-c', HOST],
      ['@cy', HOST],
    ],
  },
  {
    name: 'a host who is a link stays a link',
    text: '- Hosted by: [@ana](https://example.com/@ana)',
    colours: [
      ['Hosted by', KEY],
      [':', COLON],
    ],
  },
  { name: 'no host line inside a sentence', text: '- a show hosted by @ana', colours: [] },
  { name: 'no host line below another item', text: '- Guests\n    - Hosted by @ana', colours: [] },
  {
    name: 'the date with its label',
    text: '- Recording date: 2024-03-08',
    colours: [
      ['Recording date', KEY],
      [':', COLON],
      ['2024-03-08', DATE],
    ],
  },
  { name: 'the label without a date', text: '- Recording date', colours: [['Recording date', KEY]] },
  { name: 'a date on its own', text: '- 03/08/2024', colours: [['03/08/2024', DATE]] },
  { name: 'no date where news begins with one', text: '- 2024-03-08 is the day', colours: [] },
  {
    name: 'the video line; its URL is left to Markdown',
    text: '- Video: https://youtu.be/sampleVid01',
    colours: [
      ['Video', KEY],
      [':', COLON],
    ],
  },
  {
    name: 'chapter times',
    text: '- 00:05:50 - Week in Review\n- 5:50 - Demo',
    colours: [
      ['00:05:50', TIME],
      ['5:50', TIME],
    ],
  },
  {
    name: 'nested chapter times',
    text: '- 00:05:50 - A\n    - 00:06:00 - B',
    colours: [
      ['00:05:50', TIME],
      ['00:06:00', TIME],
    ],
  },
  { name: 'a time in brackets', text: '- [00:05] - A', colours: [['00:05', TIME]] },
  {
    name: 'a time in the words of a link',
    text: '- [00:05:50 - A](https://example.com/?t=350)\n- [00:06:00](https://example.com) - B',
    colours: [
      ['00:05:50', TIME],
      ['00:06:00', TIME],
    ],
  },
  { name: 'no time in the middle of a line', text: '- starts at 00:05:50\n\nat 10:30', colours: [] },
  { name: 'an open box and what follows', text: '- [ ] cabling', colours: openBox },
  { name: 'done boxes of either case', text: '- [x] a\n* [X] b', colours: [...doneBox('x'), ...doneBox('X')] },
  {
    name: 'nested boxes with a whitespace-only line between them',
    text: '- The parts:\n    - [x] a\n        \n        - [ ] b\n        - plain\n            - [ ] c',
    colours: [...doneBox('x'), ...openBox, ...openBox],
  },
  { name: 'a box with nothing behind it', text: '- [x]', colours: doneBox('x') },
  {
    name: 'no box: another letter, a link, the middle of an item',
    text: '- [K] a\n- [x](https://example.com)\n- a [x] b\n- [x]y\n\n[x] a',
    colours: [],
  },
  {
    name: 'a stamp',
    text: '- [x] cabling tgik.io/003',
    colours: [...doneBox('x'), ['tgik.io/003', STAMP]],
  },
  { name: 'a cross reference in a sentence', text: 'See tgik.io/086.', colours: [['tgik.io/086', STAMP]] },
  {
    name: 'no cross reference inside a URL, a link’s target, code or a longer path',
    text: 'https://tgik.io/086 [a](tgik.io/086) `tgik.io/086` nottgik.io/086 tgik.io/086/x tgik.io/notes',
    colours: [],
  },
  {
    name: 'placeholders of templates',
    text: '# Episode ### : $title\n\n- Hosted by @twitterhandle\n- Recording date: YYYY-MM-DD',
    colours: [
      ['###', PLACEHOLDER],
      ['$title', PLACEHOLDER],
      ['Hosted by', KEY],
      ['@twitterhandle', PLACEHOLDER],
      ['Recording date', KEY],
      [':', COLON],
      ['YYYY-MM-DD', PLACEHOLDER],
    ],
  },
  {
    name: 'placeholders of a show’s own template',
    text: '# Episode {number} : {title}\n\n{hosts}, not {others}',
    colours: [
      ['{number}', PLACEHOLDER],
      ['{title}', PLACEHOLDER],
      ['{hosts}', PLACEHOLDER],
    ],
  },
  { name: 'a title without placeholders', text: '# Episode 093 : Costs $titles and ### marks', colours: [] },
  {
    name: 'nothing in code and comments',
    text: '```\n- [ ] a tgik.io/003\n- 00:05:50 - b\n```\n\n<!-- YYYY-MM-DD\ntgik.io/003 -->',
    colours: [],
  },
];

function coloursOf(grammars: Grammars): void {
  for (const { name, text, colours } of CASES) {
    test(name, async () => assert.deepEqual(coloured(await loadMarkdown(grammars), text), colours));
  }
}

suite('Colours, on a stand-in for Markdown', () => coloursOf(STAND_IN));

const FOLDERS: readonly (readonly [string, () => string | undefined])[] = [
  ['the sample show', () => 'samples/episodes'],
  ['a real show', () => sharedFolder('archive')?.concat('/episodes')],
];

const installed = installedGrammars();
if (installed.length === 0) {
  suite('Colours, on an editor’s Markdown', () => {
    test('no editor is installed below .vscode-test: skipped', function () {
      this.skip();
    });
  });
}

for (const { name, grammars } of installed) {
  suite(`Colours, on the Markdown of ${name}`, () => {
    coloursOf(grammars);

    test('the placeholder of a video inside the embed', async () => {
      const text = '<a href="https://www.youtube.com/watch?v=VIDEO_ID\n" target="_blank">x</a>';
      assert.deepEqual(coloured(await loadMarkdown(grammars), text), [['VIDEO_ID', PLACEHOLDER]]);
    });

    for (const [whose, find] of FOLDERS) {
      test(`Markdown keeps its own colours in all notes of ${whose}`, async function () {
        const folder = find();
        if (folder === undefined) return this.skip();
        const [plain, injected] = [await loadMarkdown(grammars, false), await loadMarkdown(grammars)];
        const notes = readdirSync(folder)
          .map((entry) => join(folder, entry, 'README.md'))
          .filter((note) => existsSync(note));
        for (const note of notes) {
          const text = readFileSync(note, 'utf8');
          const expected = hostScopes(plain, text);
          const first = hostScopes(injected, text).findIndex((scope, at) => scope !== expected[at]);
          assert.equal(first, -1, `${note}: not ${expected[first]}`);
        }
      }).timeout(60_000);
    }
  });
}

/** Markdown's scopes for each letter. A done box and a time in brackets are references to Markdown: those we take over. */
function hostScopes(grammar: Awaited<ReturnType<typeof loadMarkdown>>, text: string): string[] {
  return tokenize(grammar, text).flatMap(({ line, start, text: words, scopes }) => {
    const host = scopes.filter((one) => !one.endsWith('.tgik')).join(' ');
    const shown = host.replace(
      / meta\.link\.reference\.markdown (?:punctuation\.definition\.link\.title\.\w+|string\.other\.link\.title)\.markdown/,
      '',
    );
    const box = /^\s*[-*+] \[(?:[xX]|\d+:\d+(?::\d+)?)\]/.exec(text.split(/\r?\n/)[line] ?? '')?.[0].length ?? 0;
    return [...words].map((letter, at) => `${line + 1}:${start + at} ${letter} ${start + at < box ? shown : host}`);
  });
}
