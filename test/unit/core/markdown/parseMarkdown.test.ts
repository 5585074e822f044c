import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { plainWords } from '../../../../src/core/markdown/plainWords.js';
import type { Link, ListItem } from '../../../../src/core/markdown/syntax.js';
import { inlinesOf, walkBlocks, walkInlines, walkTags } from '../../../../src/core/markdown/visit.js';
import { slice } from '../../../../src/core/text/span.js';

const links = (text: string): Link[] =>
  [...walkBlocks(parseMarkdown(text).blocks)].flatMap((block) =>
    [...walkInlines(inlinesOf(block))].filter((one): one is Link => one.kind === 'link'),
  );
const targets = (text: string): string[] => links(text).map(({ target }) => slice(text, target));
const items = (text: string): ListItem[] =>
  [...walkBlocks(parseMarkdown(text).blocks)].flatMap((block) => (block.kind === 'list' ? block.items : []));
const boxes = (text: string): (boolean | null)[] => items(text).map(({ box }) => box?.checked ?? null);
const headings = (text: string): string[] =>
  [...walkBlocks(parseMarkdown(text).blocks)].flatMap((block) => (block.kind === 'heading' ? block.plain : []));

suite('parseMarkdown', () => {
  suite('gives a link’s exact target', () => {
    const cases: readonly (readonly [string, string[]])[] = [
      ['[a](https://example.com "t")', ['https://example.com']],
      ['[a](<b c>)', ['b c']],
      ['![a](b.png)', ['b.png']],
      ['![]()', ['']],
      ['[]( )', ['']],
      ['<https://example.com>', ['https://example.com']],
      ['see https://example.com/a, or', ['https://example.com/a']],
      ['(https://example.com).', ['https://example.com']],
      ['[words over\ntwo lines\n](https://example.com)', ['https://example.com']],
      ['[a [b] c](https://example.com)', ['https://example.com']],
      ['[open(https://example.com/x)', ['https://example.com/x']],
      ['[https://example.com](https://example.org) [**www.example.com**](b)', ['https://example.org', 'b']],
      ['😀 [a](https://example.com)', ['https://example.com']],
      ['[a](https://example.com/a\\_b)', ['https://example.com/a\\_b']],
      ['`https://example.com` [b](c)', ['c']],
      ['```cmd``` [b](c)', ['c']],
    ];
    for (const [text, expected] of cases) test(JSON.stringify(text), () => assert.deepEqual(targets(text), expected));
  });

  suite('knows a box', () => {
    const cases: readonly (readonly [string, (boolean | null)[]])[] = [
      ['- [x] a', [true]],
      ['* [X] a', [true]],
      ['- [ ] a', [false]],
      ['- [x] ', [true]],
      ['- [x]', [true]],
      ['- [ ]\n    - child', [false, null]],
      ['- [K] a', [null]],
      ['- [x]a', [null]],
      ['- [](b)', [null]],
      ['1. [x] a', [true]],
      ['- a\n - b\n- c', [null, null, null]],
    ];
    for (const [text, expected] of cases) test(JSON.stringify(text), () => assert.deepEqual(boxes(text), expected));
  });

  test('a box stands at its three characters, also behind a BOM, tabs and CRLF', () => {
    const text = '\uFEFF- a\r\n\t- [x] b\r\n';
    const box = items(text)[1]?.box;
    assert.equal(box && slice(text, box), '[x]');
  });

  test('an item’s content is its own words, without bullet and box', () => {
    const text = '- [x]   kubelet tgik.io/086\n  - child\n-\n- [ ] ';
    assert.deepEqual(
      items(text).map(({ content }) => slice(text, content)),
      ['kubelet tgik.io/086', '', '', 'child'],
    );
  });

  test('a hash in a code fence is no heading', () =>
    assert.deepEqual(headings('# a\n\n```sh\n# b\n```\n\n## c'), ['a', 'c']));

  test('a list that CommonMark reads as a paragraph is none', () =>
    assert.deepEqual(items('words\n    - [a](b)\n    - c'), []));

  test('an arrow without a comment is text', () =>
    assert.equal([...walkTags(parseMarkdown('a --> b').blocks)].length, 0));

  test('attributes have the span between their quotes, whatever they hold', () => {
    const text =
      '<!-- two\nlines <a href="no"> -->\n\n<a href="https://example.com/?a=1&amp;b=2\n" target=_blank x=\'\'><img src="&amp;"></a>';
    const attributes = [...walkTags(parseMarkdown(text).blocks)].flatMap((tag) => tag.attributes);
    assert.deepEqual(
      attributes.map(({ name, value, span }) => [name, value, slice(text, span)]),
      [
        ['href', 'https://example.com/?a=1&b=2\n', 'https://example.com/?a=1&amp;b=2\n'],
        ['target', '_blank', '_blank'],
        ['x', '', ''],
        ['src', '&', '&amp;'],
      ],
    );
  });

  test('a lazy continuation line belongs to its item', () => {
    const text = '- [ ] words\ngo on [a](b)\n- [x] next';
    assert.deepEqual(
      items(text).map(({ content }) => slice(text, content)),
      ['words\ngo on [a](b)', 'next'],
    );
  });

  test('a query and a fragment behind it are part of the target', () =>
    assert.deepEqual(targets('- [a](https://example.com/?utm_medium=email&utm_source=footer#!msg/x/y)'), [
      'https://example.com/?utm_medium=email&utm_source=footer#!msg/x/y',
    ]));

  test('tabs in code are no indents', () =>
    assert.deepEqual(boxes('- [ ] a\n\n  ```\n\t- [ ] b\n  ```\n- [x] c'), [false, true]));

  test('a link’s words may be long', () => {
    const words = 'w'.repeat(782);
    assert.equal(links(`- [${words}](https://example.com)`)[0]?.plain, words);
  });

  test('empty bullets at the end of a list are items', () =>
    assert.deepEqual(boxes('- a\n-\n- \n\nwords'), [null, null, null]));

  test('nesting beyond the parser gives a syntax all the same', () => {
    const text = '>'.repeat(20_000);
    assert.equal(parseMarkdown(text).text, text);
  });
});

suite('plainWords', () => {
  const words = (text: string): string =>
    parseMarkdown(text)
      .blocks.map((block) => plainWords(inlinesOf(block)))
      .join('\n');
  const cases: readonly (readonly [string, string])[] = [
    ['cri and c\\*i', 'cri and c*i'],
    ['**bold** _and_ `code`', 'bold and code'],
    ['the [reference](https://example.com)', 'the reference'],
    ['![a chart](b.png)', 'a chart'],
    [':warning: :no-such-code: 10:30:00', '⚠️ :no-such-code: 10:30:00'],
    ['a<br>b\nc', 'ab c'],
    ['https://example.com/a', 'https://example.com/a'],
  ];
  for (const [text, expected] of cases) test(JSON.stringify(text), () => assert.equal(words(text), expected));
});
