import assert from 'node:assert/strict';
import { LONG } from '../../../../src/core/markdown/chooseCuts.js';
import { behindPart } from '../../../../src/core/markdown/cuts.js';
import { blocksIn } from '../../../../src/core/markdown/levels.js';
import { packSyntax, unpackSyntax } from '../../../../src/core/markdown/packedSyntax.js';
import { parseBlocks } from '../../../../src/core/markdown/parseBlocks.js';
import { parseMarkdown, reparseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { parsePieces } from '../../../../src/core/markdown/parsePieces.js';
import { depthOf } from '../../../../src/core/markdown/standIns.js';
import type { Block, NoteSyntax } from '../../../../src/core/markdown/syntax.js';
import { belowItems, editAtRandom, inOneSection, random, someNotes } from '../../../support/randomEdits.js';
import { editor, withReferences } from '../../../support/references.js';
import { readWithRemark } from '../../../support/remark.js';

/** `EDITS=100000 SEED=2 npx mocha test/unit/core/markdown/reparse.test.ts` for a long run. */
const EDITS = Number(process.env.EDITS ?? 200);
const full = (text: string): readonly Block[] =>
  parseBlocks(text, { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length });

const BULLETS = [['- Outline:'], ['-   Outline:', '* [ ] a'], ['1. a', '- b', '- [x] c']];
const nested = someNotes.flatMap((text) => BULLETS.map((bullets) => belowItems(text, bullets)));

/** Each part is what it is in front of what stands for the part behind it, and together they are the text. */
function checkParts({ text, parts = [], labels }: NoteSyntax, known: WeakSet<NoteSyntax>): void {
  assert.equal(parts.map(({ note }) => note.text).join(''), parts.length > 0 ? text : '');
  let end = 0;
  for (const [at, { start, note }] of parts.entries()) {
    assert.equal(start, end);
    end += note.text.length;
    if (known.has(note)) continue;
    const whole = { start: at === 0 && text.startsWith('\uFEFF') ? 1 : 0, end: note.text.length };
    const [{ standIns = '' }, behind] = [note, behindPart(parts, at)];
    const blocks = parsePieces(note.text, whole, behind, labels, standIns) ?? [];
    assert.deepEqual(
      note.blocks,
      blocksIn(blocks, depthOf(standIns)),
      `part ${at} in front of ${JSON.stringify(behind)}`,
    );
    if (labels?.size === 0) known.add(note);
  }
}

suite('parts of a note', () => {
  test('read one by one give what the whole gives', () => {
    const trap =
      '```\n# no heading\n```\n<!--\n# nor this\n-->\n<pre>\n\n# nor this\n</pre>\n- a\n\n  ```\n  x\n# a heading\n';
    for (const text of someNotes.slice(0, 10)) {
      const long = `${`${text}\n\n`.repeat(Math.ceil(12_000 / (text.length + 2)))}${trap.repeat(200)}`.slice(0, 24_000);
      assert.deepEqual(parseMarkdown(long).blocks, full(long));
    }
  }).timeout(120_000);

  test('read again where words behind a box become a link', () => {
    const [before, after] = ['- [x] https://a_b.io/c\n- d\n', '- [x] https://a> .io/c\n- d\n'];
    for (const [one, other] of [
      [before, after],
      [after, before],
    ] as const)
      assert.deepEqual(reparseMarkdown(parseMarkdown(one), other).blocks, full(other));
  });

  test('read again where an item ends in HTML that is left open', () => {
    for (const behind of ['-', '- c', '  - c\n- d'])
      assert.deepEqual(
        reparseMarkdown(parseMarkdown(`- <pre \n${behind}`), `- <pre b\n${behind}`).blocks,
        full(`- <pre b\n${behind}`),
      );
  });

  for (const [what, before, after] of [
    ['words', '- some words here\n', '- some more words here\n'],
    ['words between links', '- [a](b) some words [c](d)\n', '- [a](b) some, or words [c](d)\n'],
    ['words behind a link, with which they become one', '- www.a.io b\n', '- www.a.iox b\n'],
    ['words in front of a link, with which they become another', 'a (b)[c](d)\n', 'a b [c](d)\n'],
    ['a blank at the end', '- some words\n- b\n', '- some words \n- b\n'],
    ['words that become a link', '- see www a.io\n', '- see www.a.io\n'],
    ['words that become another', '- see http:/a.io\n', '- see http://a.io\n'],
    ['a number that becomes an item', '1 a b\n', '1. a b\n'],
    ['a word that becomes a box', '- x] a b\n', '- [x] a b\n'],
    ['words among emphasis', '- **a** some words *b* c\n', '- **a** some new words *b* c\n'],
    ['words beside emphasis', '- a *b* c\n', '- a *b*c\n'],
    ['words among others with marks', '- [a *b* c d *e* f]: g\n', '- [a *b* c-d *e* f]: g\n'],
    ['words of what becomes a tag', '- <b _x_ foo 1 _y_>\n', '- <b _x_ foo z _y_>\n'],
    ['a line break', '- some words\n', '- some\nwords\n'],
  ] as const)
    test(`read again where the change is in ${what}`, () => {
      for (const [one, other] of [
        [before, after],
        [after, before],
      ] as const)
        assert.deepEqual(
          reparseMarkdown(parseMarkdown(`# t\n\n${one}`), `# t\n\n${other}`).blocks,
          full(`# t\n\n${other}`),
        );
    });

  const NOTE = '# a [d]\n\n## b\n\n- [x] c [d][e]\n\n## f\n\nwords [^g]\n\n## h\n\n[e]: i\n[^g]: j\n';
  const readAgain = (text: string): { kept: boolean[]; blocks: readonly Block[] } => {
    const [before, now] = [reparseMarkdown(parseMarkdown(`${NOTE} `), NOTE), new Set<NoteSyntax>()];
    const after = reparseMarkdown(before, text);
    for (const { note } of after.parts ?? []) now.add(note);
    return { kept: before.parts?.map(({ note }) => now.has(note)) ?? [], blocks: after.blocks };
  };
  for (const [what, text, kept] of [
    ['a word', NOTE.replace('words', 'word'), [true, true, false, true]],
    ['a target', NOTE.replace(': i', ': ii'), [true, true, true, false]],
    ['a footnote', NOTE.replace(': j', ': [d] k'), [true, true, true, false]],
    ['a definition of the same in another way', NOTE.replace('[e]:', '[ E]:'), [true, true, true, false]],
    ['a definition that nothing refers to', `${NOTE}[k]: l\n`, [true, true, true, false]],
    ['a definition that something refers to', `${NOTE}\n[D]: l\n`, [false, false, true, false]],
    ['the name of a definition', NOTE.replace('[e]:', '[d]:'), [false, false, true, false]],
    ['the name of a footnote', NOTE.replace('[^g]:', '[^h]:'), [true, true, false, false]],
    [
      'code with what looks like a definition',
      NOTE.replace('words', '```\n[d]: l\n```\nwords'),
      [true, true, false, true],
    ],
  ] as const)
    test(`are read again where they depend on ${what}`, () => {
      const again = readAgain(text);
      assert.deepEqual(again.blocks, readWithRemark(text));
      assert.deepEqual(again.kept, kept);
    });

  for (const [what, before, after] of [
    ['words become the title of the definition above', '# a\n\n[b]: c\n"d\n', '# a\n\n[b]: c\n"d"\n'],
    ['a definition loses its title to the next line', '# a\n\n[b]: c "d"\n"e"\n', '# a\n\n[b]: c\n"e"\n'],
    ['a definition becomes words', '# a\n\n[b]: c\n\n## d\n\n[b]\n', '# a\n\n[b]: c d\n\n## d\n\n[b]\n'],
    ['a definition becomes a footnote', '# a\n\n[b]: c\n\n## d\n\n[b][^b]\n', '# a\n\n[^b]: c\n\n## d\n\n[b][^b]\n'],
    ['a label breaks in a quote', '# a\n\n> [b\n> c]\n\n## d\n\n[e]: f\n', '# a\n\n> [b\n> c]\n\n## d\n\n[b c]: f\n'],
    ['a label holds NUL', '# a\n\n[b\0]\n\n## d\n\n[b]: f\n', '# a\n\n[b\0]\n\n## d\n\n[b\uFFFD]: f\n'],
    ['a label changes its case', '# a\n\n[Straße]\n\n## d\n\n[b]: f\n', '# a\n\n[Straße]\n\n## d\n\n[STRASSE]: f\n'],
    ['a label holds escapes', '# a\n\n[b\\]]\n\n## d\n\n[b]: f\n', '# a\n\n[b\\]]\n\n## d\n\n[b\\]]: f\n'],
    ['the last definition goes', '# a\n\n[b]\n\n## d\n\n[b]: f\n', '# a\n\n[b]\n\n## d\n\n'],
  ] as const)
    test(`read again where ${what}`, () => {
      for (const [one, other] of [
        [before, after],
        [after, before],
      ] as const)
        assert.deepEqual(reparseMarkdown(parseMarkdown(one), other).blocks, readWithRemark(other));
    });

  for (const [what, typed, stays] of [
    ['a definition', '[g]: h\n', true],
    ['the beginning of one', '[g', true],
    ['one with words behind it', '[g]: h\ni\n', true],
    ['one that the words above refer to', '[q]: h\n', false],
  ] as const)
    test(`${stays ? 'keep' : 'lose'} the words above where ${what} is typed among definitions`, () => {
      const [above, below] = ['# a\n\n## b\n\nwords [q]\n\n[a]: b\n[c]: d\n', '\n\n[e]: f\n'];
      const before = reparseMarkdown(parseMarkdown(`${above}${below} `), above + below);
      const after = reparseMarkdown(before, above + typed + below);
      assert.deepEqual(after.blocks, readWithRemark(above + typed + below));
      const [[, words], [, same]] = [before, after].map(({ parts }) => parts?.at(-1)?.note.blocks ?? []) as [
        Block[],
        Block[],
      ];
      assert.ok(words);
      assert.equal(words === same, stays);
    });

  /** In one section: a list of `count` items, paragraphs, definitions. */
  const longSection = (count: number): string =>
    [
      '# a\n\n## b\n\n',
      Array.from({ length: count }, (_, at) => `- [ ] item ${at}\n  - below\n`).join(''),
      Array.from({ length: count }, (_, at) => `\nWords ${at} [a ${at}]\nand more.\n`).join(''),
      '\n',
      Array.from({ length: count }, (_, at) => `[a ${at}]: https://a.io/${at}\n`).join(''),
    ].join('');

  for (const [what, words] of [
    ['an item', 'item 40'],
    ['a paragraph', 'ords 40'],
    ['a definition', 'a.io/40'],
  ] as const)
    test(`of a long section are short: of ${what} typed in, no other is read again`, () => {
      const text = longSection(80);
      const before = reparseMarkdown(parseMarkdown(`${text}\n`), text);
      const at = text.indexOf(words) + words.length;
      const after = reparseMarkdown(before, `${text.slice(0, at)}x${text.slice(at)}`);
      const [old, now] = [before.parts ?? [], after.parts ?? []];
      assert.ok(old.length > 6 && old.every(({ note }) => note.text.length < 2 * LONG));
      assert.equal(now.length, old.length);
      assert.equal(now.filter(({ note }, one) => note !== old[one]?.note).length, 1);
      assert.deepEqual(after.blocks, readWithRemark(after.text));
    });

  /** Below one bullet: `count` topics with tasks, and one topic as long as many. */
  const belowOneBullet = (count: number): string => {
    const topic = (at: number, tasks: number): string =>
      `    - [ ] topic ${at}\n${Array.from({ length: tasks }, (_, one) => `        - [ ] task ${at}.${one}\n            - words\n`).join('')}`;
    const topics = Array.from({ length: count }, (_, at) => topic(at, at === 2 ? 80 : 4));
    return `# a\n\n## b\n\n- Show Outline:\n${topics.join('')}- last\n`;
  };

  for (const [what, words, standIns] of [
    ['a topic', 'topic 12', '- x\n\n'],
    ['a task of a long topic', 'task 2.60', '- x\n\n    - x\n\n'],
    ['the bullet above all', 'Show Outline', undefined],
  ] as const)
    test(`of an outline below one bullet are short: of ${what} typed in, no other is read again`, () => {
      const text = belowOneBullet(30);
      const before = reparseMarkdown(parseMarkdown(`${text}\n`), text);
      const at = text.indexOf(words) + words.length;
      const after = reparseMarkdown(before, `${text.slice(0, at)}x${text.slice(at)}`);
      const [old, now] = [before.parts ?? [], after.parts ?? []];
      assert.ok(old.length > 6 && old.every(({ note }) => note.text.length < 2 * LONG));
      const fresh = now.filter(({ note }, one) => note !== old[one]?.note);
      assert.deepEqual(
        fresh.map(({ note }) => note.standIns),
        [standIns],
      );
      assert.deepEqual(after.blocks, readWithRemark(after.text));
    });

  for (const [what, before, after] of [
    ['the bullet above all becomes words', '- Show Outline:', 'Show Outline:'],
    ['the bullet above all becomes another', '- Show Outline:', '* Show Outline:'],
    ['what is in an item begins further in', '- Show Outline:', '-    Show Outline:'],
    ['what is in an item begins too far in', '- Show Outline:', '10000000. Show Outline:'],
    ['the bullet above all is in another', '- Show Outline:', '- a\n  - Show Outline:'],
    ['a topic is moved out', '    - [ ] topic 5', '- [ ] topic 5'],
    ['a topic is moved in', '    - [ ] topic 5', '        - [ ] topic 5'],
    ['a topic becomes words', '    - [ ] topic 5', '\n    topic 5\n'],
    ['a topic becomes another list', '    - [ ] topic 5', '    * [ ] topic 5'],
    ['a topic becomes a URL', '- [ ] topic 5', '- https://a.io'],
    ['the first topic is moved out', '    - [ ] topic 0', ' - [ ] topic 0'],
    ['the long topic is moved out', '    - [ ] topic 2', '  - [ ] topic 2'],
    ['the long topic becomes a URL', '- [ ] topic 2', '- https://a.io'],
    ['a URL stands behind the long topic', '- [ ] topic 3', '- https://a.io'],
    ['a task of the long topic is moved out', '        - [ ] task 2.60', '    - [ ] task 2.60'],
    ['words stand between the tasks of a topic', '        - [ ] task 2.60', '\n      words\n\n        - [ ] task 2.60'],
    ['a heading stands between topics', '    - [ ] topic 5', '## c\n    - [ ] topic 5'],
    ['a fence opens in a topic', '    - [ ] topic 5', '    - [ ] topic 4b\n      ```\n    - [ ] topic 5'],
    ['a fence opens at the end of the long topic', '    - [ ] topic 3', '      ```\n    - [ ] topic 3'],
    ['a fence opens at the end of a task', '    - [ ] topic 3', '          ```\n    - [ ] topic 3'],
    ['what is behind the outline becomes words of it', '- last', '  last'],
  ] as const)
    for (const [how, written] of [
      ['', (text: string) => text],
      [' with tabs', (text: string) => text.replaceAll('    ', '\t')],
      [' with numbers', (text: string) => text.replaceAll('    - [', '    1. [').replaceAll('    -', '     -')],
      [' with other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ] as const)
      test(`of an outline below one bullet${how} are read again where ${what}`, () => {
        const one = written(belowOneBullet(8));
        const other = written(belowOneBullet(8).replace(before, after));
        assert.notEqual(one, other);
        for (const [from, to] of [
          [one, other],
          [other, one],
        ] as const) {
          const cut = reparseMarkdown(parseMarkdown(`${from}\n`), from);
          const read = reparseMarkdown(cut, to);
          assert.deepEqual(read.blocks, readWithRemark(to));
          checkParts(read, new WeakSet());
        }
      });

  for (const [what, footnote] of [
    [
      'a definition that goes on with those of a footnote',
      `[^1]: [a]: /b\n${'[c]: /d\n'.repeat(100)}    [e]: /f\n\n    [g]: /h\n`,
    ],
    ['an item of a list in a footnote', `[^1]: words\n\n${'    - a\n        - b\n        - c\n'.repeat(100)}`],
    [
      'an item in a long one of a list in a footnote',
      `[^1]: words\n\n    - a\n${'        - b\n        - c\n'.repeat(100)}`,
    ],
  ] as const)
    test(`are not cut in front of ${what}`, () => {
      const text = `# a\n\n## b\n\n${footnote}\nwords\n`;
      assert.deepEqual(parseMarkdown(text.replace('## b', '')).blocks, readWithRemark(text.replace('## b', '')));
      const cut = reparseMarkdown(parseMarkdown(`${text}\n`), text);
      checkParts(cut, new WeakSet());
      for (const other of [text.replace(/\/h|- b/, '$&x\n'), text.replace(/- b\n(?=[^-]*- c\n\n)/, '- b\n- d\n')])
        assert.deepEqual(reparseMarkdown(cut, other).blocks, readWithRemark(other));
    });

  test('that grow long are cut again', () => {
    let syntax = parseMarkdown('# a\n\n## b\n\n- item\n- last\n');
    for (let at = 0; at < 200; at++) {
      syntax = reparseMarkdown(syntax, syntax.text.replace('- last', `- item ${at} with words\n- last`));
      assert.ok((syntax.parts ?? []).every(({ note }) => note.text.length <= 2 * LONG));
    }
    assert.deepEqual(syntax.blocks, full(syntax.text));
  });

  for (const [what, before, after] of [
    ['the list above becomes another', '- [ ] item 1\n', '* [ ] item 1\n'],
    ['the marker of the first item changes', '- [ ] FIRST', '* [ ] FIRST'],
    ['the first item is indented', '- [ ] FIRST', '  - [ ] FIRST'],
    ['the first item becomes words', '- [ ] FIRST', 'FIRST'],
    ['the first item is a line', '- [ ] FIRST', '- - -'],
    ['the first item loses its words', '- FIRST', '- '],
    ['the first item becomes code', '- FIRST', `-${' '.repeat(50)}FIRST`],
    ['the first item is a task without words', '- [ ] FIRST', '- [ ] '],
    ['a fence opens above', '- [ ] item 1\n', '- [ ] item 1\n```\n'],
    ['HTML opens above', '- [ ] item 1\n', '- [ ] item 1\n<!--\n'],
  ] as const)
    test(`of a long section are read again where ${what}`, () => {
      const plain = longSection(160);
      const { parts = [] } = reparseMarkdown(parseMarkdown(`${plain}\n`), plain);
      const name = /^- \[ \] (item \d+)\n/.exec(parts[3]?.note.text ?? '')?.[1] ?? '';
      assert.notEqual(name, '');
      const text = plain.replace(before.startsWith('- FIRST') ? `[ ] ${name}` : name, 'FIRST');
      const other = text.replace(before, after);
      assert.notEqual(text, other);
      for (const [one, two] of [
        [text, other],
        [other, text],
      ] as const) {
        const cut = reparseMarkdown(parseMarkdown(`${one}\n`), one);
        assert.deepEqual(reparseMarkdown(cut, two).blocks, readWithRemark(two));
      }
    });

  test('that were unpacked stay where they are read again with the same words', () => {
    const text = '# a\n\n## b\n\nx y\n\n## c\n\nd e\n\n## f\n\ng h\n';
    const before = unpackSyntax(text, packSyntax(parseMarkdown(text)));
    const after = new Set(
      reparseMarkdown(before, text.replace('## c\n', '## cc dd\n\n- new\n')).parts?.map(({ note }) => note),
    );
    assert.deepEqual(
      before.parts?.map(({ note }) => after.has(note)),
      [true, true, false, true],
    );
  });

  test('are packed and unpacked, definitions or not', () => {
    const syntax = unpackSyntax(NOTE, packSyntax(parseMarkdown(NOTE)));
    assert.equal(syntax.parts?.length, 4);
    assert.deepEqual(syntax.blocks, readWithRemark(NOTE));
    const text = NOTE.replace('[e]:', '[d]:');
    assert.deepEqual(reparseMarkdown(syntax, text).blocks, readWithRemark(text));
  });

  /** As the parser of record reads it in one go, and how often it was read in parts. */
  function checkEdits(
    texts: readonly string[],
    read: (text: string) => readonly Block[],
    editing: typeof editor,
  ): number {
    const below = random(Number(process.env.SEED ?? 20190809));
    let edit = editing(below);
    let syntax: NoteSyntax = { text: '', blocks: [] };
    let undo = '';
    let inParts = 0;
    const known = new WeakSet<NoteSyntax>();
    for (let done = 0; done < EDITS; done++) {
      if (done % 30 === 0) {
        syntax = parseMarkdown(texts[below(texts.length)] ?? '');
        assert.deepEqual(syntax.blocks, read(syntax.text));
        edit = editing(below);
      }
      const cut = below(4) === 0 ? syntax.parts?.[below(syntax.parts.length)]?.start : undefined;
      const how = below(12);
      const text = how === 0 ? undo : cut === undefined ? edit(syntax.text) : editAtRandom(syntax.text, below, cut);
      undo = syntax.text;
      syntax = reparseMarkdown(syntax, text);
      if ((syntax.parts?.length ?? 0) > 1) inParts++;
      try {
        assert.deepEqual(syntax.blocks, read(text));
        checkParts(syntax, known);
      } catch (error) {
        console.log(JSON.stringify({ done, undo: undo.slice(0, 3000), text: text.slice(0, 3000) }).slice(0, 200));
        throw error;
      }
    }
    return inParts;
  }

  test('read again after any edit give what the whole gives', () => {
    checkEdits(
      [...someNotes, ...someNotes.map(inOneSection), ...nested].filter((text) => text.length < 8000),
      full,
      (below) => (text) => editAtRandom(text, below),
    );
  }).timeout(0);

  test('read again after any edit of definitions and references give what the whole gives', () => {
    const below = random(Number(process.env.SEED ?? 20190809));
    const texts = [...someNotes, ...someNotes]
      .map((text) => withReferences(text, below))
      .map((text) => [inOneSection, (one: string) => belowItems(one)][below(3)]?.(text) ?? text)
      .filter(({ length }) => length < 8000);
    assert.ok(checkEdits(texts, readWithRemark, editor) > EDITS / 3);
  }).timeout(0);
});
