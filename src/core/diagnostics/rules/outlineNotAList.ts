import { lineStart } from '../../text/lines.js';
import { proseOf } from '../prose.js';
import type { Rule } from '../rule.js';

const code = 'outline.not-a-list';

export const outlineNotAList: Rule = {
  code,
  looksAt: 'part',
  severity: 'info',
  description: 'Lines that look like bullets and are read as words of the paragraph above.',
  examples: [
    { text: 'A few things:\n    ⟦-⟧ one\n    - two' },
    { text: '⟦-⟧[ ] one\n-[ ] two' },
    { text: '- Some words:\n        ⟦*⟧ one\n        * two' },
    { text: 'A few things:\n- one\n- two' },
    { text: 'From 3 - 5\nand a dash - here' },
    { text: 'one\n\n    - code\n' },
  ],
  check: ({ episode: { syntax } }) =>
    proseOf(syntax).flatMap(({ start, text }) => {
      const match = /(?:^|[\r\n])([ \t]*)([-*+])(?:[ \t]+\S|\[[ xX]?\])/.exec(text);
      if (!match) return [];
      const [whole, blanks = '', bullet = ''] = match;
      const at = start + match.index + whole.indexOf(blanks + bullet) + blanks.length;
      const first = lineStart(syntax.text, at) <= start;
      // the first line of a list item's words has its own bullet in front of it
      if (first && !/^[-*+]\[/.test(syntax.text.slice(at, at + 2))) return [];
      return [
        {
          code,
          span: { start: at, end: at + 1 },
          message: 'This is read as words, not as a bullet. Expected a list of its own.',
        },
      ];
    }),
};
