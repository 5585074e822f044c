import assert from 'node:assert/strict';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { walkBlocks } from '../../../../src/core/markdown/visit.js';
import { keepPromises } from '../../../fuzz/promises.js';

/** Texts that are one thing ten thousand times over: no exception, and what is read lies inside the text. */
const DEEP = 10_000;
const STEPS = 100;

suite('pathological notes', () => {
  const openers = ['> ', '- ', '1. ', '[', '![', '*', '**a ', '<a>', '`', '(', '> - ', '[a](', '~~', '| a ', '&#0;'];
  for (const opener of openers) {
    test(`${DEEP} times “${opener}”`, () => {
      const text = opener.repeat(DEEP);
      assert.equal(parseEpisode(text).syntax.text, text);
    }).timeout(120_000);
  }

  test('of 500 levels of lists, the first 200 are read', () => {
    const text = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(2 * depth)}- a\n`).join('');
    assert.equal(walkBlocks(parseMarkdown(text).blocks).filter(({ kind }) => kind === 'list').length, 200);
  }).timeout(120_000);

  test('a staircase of lists', () => {
    const text = Array.from({ length: STEPS }, (_, depth) => `${'  '.repeat(depth)}- [ ] step ${depth}\n`).join('');
    assert.equal(parseEpisode(text).progress.total, STEPS);
  }).timeout(120_000);

  test('one line of 10 MB', () => {
    const text = 'word '.repeat(2 * 1024 * 1024);
    assert.deepEqual(parseEpisode(text).syntax, { text, blocks: [] });
  }).timeout(120_000);

  test('NUL, lone surrogates, mixed line ends and right-to-left words', () => {
    keepPromises('# Episode 1 : \0\uD800\r- [ ] שלום\n- [x] \uDC00\u202E\r\n\r- [ ] مرحبا\uFEFF\n');
  });
});
