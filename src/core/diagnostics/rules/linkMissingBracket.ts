import { type BrokenLinkKind, findBrokenLinks } from '../brokenLinks.js';
import type { Rule } from '../rule.js';

const code = 'link.missing-bracket';

const MESSAGES: Readonly<Partial<Record<BrokenLinkKind, string>>> = {
  unclosedLabel: 'The link’s “[” is not closed. Expected “]” before “(”.',
  unopenedLabel: 'The link’s “]” is not opened. Expected “[” before its text.',
  unclosedTarget: 'The link’s “(” is not closed. Expected “)” behind the URL.',
  parentheses: 'The link’s text stands in parentheses. Expected “[text](URL)”.',
  noBrackets: 'A URL in parentheses is glued to a word. Expected “[text](URL)”, or a blank before “(”.',
  blankBetween: 'A blank stands between the link’s text and its URL. Expected “[text](URL)”.',
  noParentheses: 'The link’s URL stands without parentheses. Expected “[text](URL)”.',
};

export const linkMissingBracket: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'error',
  description: 'A bracket of a link is missing or out of place, so that it does not become a link.',
  examples: [
    { text: '- ⟦[the announcement(https://example.com/news)⟧' },
    { text: '* The ⟦Notes(https://example.com/notes)⟧' },
    { text: '- ⟦(How to do it)(https://example.com/how)⟧' },
    { text: '- ⟦[the announcement](https://example.com/news⟧' },
    { text: '- the announcement⟦](https://example.com/news)⟧' },
    { text: '- ⟦[the announcement] (https://example.com/news)⟧' },
    { text: '- ⟦[the announcement]https://example.com/news⟧' },
    { text: '- an aside (see https://example.com) and one (https://example.org) and [one (https://example.net)]' },
    { text: '- [a [b] c](https://example.com) `f(https://example.com)` \\[a\\](https://example.com)' },
    { text: '- [words over\n  two lines](https://example.com), [words\n](https://example.com)' },
    {
      text: '- [x] (https://example.com)\n- [TOC] and [1] (https://example.com) and [Miller 2019] (https://example.com)',
    },
  ],
  check: ({ episode }) =>
    findBrokenLinks(episode.syntax).flatMap(({ kind, span }) => {
      const message = MESSAGES[kind];
      return message === undefined ? [] : [{ code, span, message }];
    }),
};
