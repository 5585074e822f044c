import assert from 'node:assert/strict';
import { isUnread } from '../../../../src/core/markdown/isUnread.js';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';

const unread = (text: string) => isUnread(parseMarkdown(text));

suite('isUnread', () => {
  const long = `# T\n\n${'words '.repeat(400_000)}`;

  test('is a note that is too long', () => assert.equal(unread(long), true));

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
    test(`is not ${what}`, () => assert.equal(unread(text), false));
});
