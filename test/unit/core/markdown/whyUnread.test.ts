import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { unreadWords, whyUnread } from '../../../../src/core/markdown/whyUnread.js';

const why = (text: string) => whyUnread(parseMarkdown(text));

suite('whyUnread', () => {
  const long = `# T\n\n${'words '.repeat(400_000)}`;
  const deep = `# T\r\n\r\n- a\r\n${'> '.repeat(300)}x\r\n`;

  test('says that a note is too long', () => {
    const unread = why(long);
    assert.deepEqual(unread, { reason: 'long', line: null });
    assert.equal(unread && unreadWords(unread), 'it is longer than 2 MiB');
  });

  test('says which line is too deep', () => {
    const unread = why(deep);
    assert.deepEqual(unread, { reason: 'deep', line: 4 });
    assert.equal(unread && unreadWords(unread), 'line 4 is nested more than 200 levels deep');
  });

  test('says in which line a paragraph has too many brackets', () => {
    const unread = why(`# T\n\n${'a]( '.repeat(100)}\n${']('.repeat(20_000)}\n`);
    assert.deepEqual(unread, { reason: 'tangled', line: 4 });
    assert.equal(unread && unreadWords(unread), 'the paragraph of line 4 has more than 20000 brackets');
  });

  for (const [what, text] of [
    ['an empty note', ''],
    ['blanks', ' \n\t\n'],
    ['a BOM', '\uFEFF\n'],
    ['a comment', '<!-- a -->'],
    ['a definition', '[a]: b'],
    ['a note of 200 levels', `${'> '.repeat(200)}x`],
    ['an index of many lines', '- [a](b)\n'.repeat(6000)],
    ['a long note below the limit', `# T\n\n${'words '.repeat(1000)}`],
  ] as const)
    test(`says nothing of ${what}`, () => assert.equal(why(text), null));
});
