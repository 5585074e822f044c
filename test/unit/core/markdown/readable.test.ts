import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { quickMarkdown } from '../../../../src/core/markdown/quick/quickMarkdown.js';
import { readable, surplusOf } from '../../../../src/core/markdown/readable.js';
import { inlinesOf, walkBlocks } from '../../../../src/core/markdown/visit.js';

const links = (count: number): string => '[a](b) '.repeat(count);
const linksIn = (text: string): number =>
  walkBlocks(parseMarkdown(text).blocks)
    .flatMap(inlinesOf)
    .filter(({ kind }) => kind === 'link').length;
const table = (rows: number): string => `| a | b |\n|---|---|\n${'| [a](b) | *c* |\n'.repeat(rows)}`;
const quotes = (text: string): number =>
  walkBlocks(parseMarkdown(text).blocks).filter(({ kind }) => kind === 'blockquote').length;

suite('readable', () => {
  for (const [what, text] of [
    ['nothing', ''],
    ['2,500 links in a paragraph', links(2500)],
    ['5,000 tasks', '- [ ] [a](b)\n'.repeat(5000)],
    ['6,000 definitions', `## Links\n${'[a]: b\n'.repeat(6000)}`],
    ['a table of 3,000 rows', table(3000)],
    ['paragraphs', `${links(2000)}\r\n\r\n`.repeat(3)],
    ['paragraphs between blanks', `${links(2000)}\n  \n`.repeat(3)],
    ['rules', '***\n'.repeat(2000)],
    ['3,000 words with underscores', 'a_b_c '.repeat(3000)],
    ['comments that end', `a ${'<!-- b --> '.repeat(5000)}`],
    ['lines of a quote', '> a\n'.repeat(5000)],
    ['200 levels', `${'> '.repeat(200)}a`],
    ['a fence of many backticks', `${'`'.repeat(60)}\n[a]\n${'`'.repeat(60)}`],
  ] as const)
    test(`leaves ${what} alone`, () => {
      assert.equal(readable(text), text);
      assert.deepEqual([...surplusOf(text)], []);
    });

  test('reads as words what is beyond, and goes on with the next paragraph', () => {
    const text = `${links(2600)}\n\n${links(2)}\n\n- ${links(1)}`;
    assert.equal(linksIn(text), 2503);
    assert.equal(linksIn(text.replaceAll('\n', '\r\n')), 2503);
  });

  test('names the first character beyond', () => {
    const first = (text: string) => surplusOf(text).next().value;
    assert.deepEqual(first(`a\n\n${links(2501)}`), { at: 3 + 2500 * 7, reason: 'tangled' });
    assert.deepEqual(first('*a '.repeat(2001)), { at: 6000, reason: 'tangled' });
    assert.deepEqual(first(`a ${'`'.repeat(51)}`), { at: 2, reason: 'tangled' });
    assert.deepEqual(first(`${'> '.repeat(150)}${'- '.repeat(60)}a`), { at: 400, reason: 'deep' });
  });

  test('counts what is no definition, as words go on', () => {
    assert.equal(linksIn(`a\n${'[a](b)\n[a]: b\n'.repeat(3000)}`), 1250);
  });

  test('counts what stands in no table', () => {
    assert.equal(linksIn('| [a](b)\n'.repeat(3000)), 2500);
    assert.equal(linksIn(`| a |\n|-|-|\n${'| [a](b)\n'.repeat(3000)}`), 2500);
  });

  test('keeps 200 levels of a line', () => {
    assert.equal(quotes(`${'> '.repeat(10_000)}a`), 200);
    assert.equal(quotes(`a\r\r${'> '.repeat(201)}a`), 200);
  });

  test('keeps length and line ends, but for lines that go on with a quote without its mark', () => {
    const text = `> a\r\n${'b\r\n'.repeat(1002)}\r\n- [ ] c`;
    assert.equal(readable(text).length, text.length);
    assert.equal(readable(text).split('\n').length, text.split('\n').length - 2);
    assert.deepEqual([...surplusOf(text)], []);
  });

  test('both readers read the same', () => {
    for (const text of [links(2600), '*a_ '.repeat(1500), `${'- '.repeat(300)}a`, `> a\n${'b\n'.repeat(1100)}c *d*\n`])
      assert.deepEqual(quickMarkdown(text), parseMarkdown(text));
  });
});
