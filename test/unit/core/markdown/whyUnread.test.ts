import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { unreadWords, whyUnread } from '../../../../src/core/markdown/whyUnread.js';

const why = (text: string) => whyUnread(parseMarkdown(text));

suite('whyUnread', () => {
  const long = `# T\n\n${'words '.repeat(400_000)}`;

  test('says that a note is too long', () => {
    const unread = why(long);
    assert.equal(unread, 'long');
    assert.equal(unreadWords('long'), 'it is longer than 2 MiB');
  });

  for (const [what, text] of [
    ['an empty note', ''],
    ['blanks', ' \n\t\n'],
    ['a BOM', '\uFEFF\n'],
    ['a comment', '<!-- a -->'],
    ['a definition', '[a]: b'],
    ['a note of 300 levels', `${'> '.repeat(300)}x`],
    ['a footnote without words', '[^a]:'],
    ['an index of many lines', '- [a](b)\n'.repeat(6000)],
    ['a long note below the limit', `# T\n\n${'words '.repeat(1000)}`],
  ] as const)
    test(`says nothing of ${what}`, () => assert.equal(why(text), null));
});
