import type { Episode } from '../../episode/episode.js';
import { findBrokenLinks } from '../brokenLinks.js';
import { findBlankLineInTag } from '../brokenTag.js';
import type { Problem, Rule } from '../rule.js';
import { findTargetFaults } from '../targetFaults.js';
import { findMalformedInText } from '../textUrls.js';

const code = 'link.malformed-url';

export const linkMalformedUrl: Rule = {
  code,
  scope: 'both',
  looksAt: 'part',
  severity: 'error',
  description:
    'A URL is malformed: doubled parentheses or schemes, a misspelt scheme, no host, blanks, a video page without an id.',
  examples: [
    { text: '- [opened up](⟦(https://example.com/5453)⟧)' },
    { text: '- ⟦[opened up]((https://example.com/5453)⟧' },
    { text: '- [docs](⟦htps://example.com⟧), [code](⟦https//example.com⟧), [talk](⟦http:/example.com⟧)' },
    { text: '- [docs](⟦https://https://example.com⟧)' },
    { text: '- ⟦[docs](https://example.com/a b)⟧' },
    {
      text: '# T\n\n## Notes\n\n- [talk](⟦https://www.youtube.com/watch?v=⟧), [other](⟦https://www.youtube.com/watch?abcdefghijk⟧)',
    },
    {
      text: '# T\n\n<a href="⟦https://youtu.be/abcdefghijk⟧\n\n"><img src="http://img.youtube.com/vi/abcdefghijk/0.jpg"></a>',
    },
    { text: '- see ⟦htp://example.com/docs⟧.' },
    {
      text: '- [blog](https://example.com/https-engineering-with-http) and https://example.com/?u=https://example.org',
    },
    {
      text: '- [copy](https://web.archive.org/web/2019/https://example.com), https://web.archive.org/web/http://a.org',
    },
    {
      text: '# T\n\n<a href="https://youtu.be/abcdefghijk\n"><img src="http://img.youtube.com/vi/abcdefghijk/0.jpg"></a>',
    },
    {
      text: '- [guide](http-guide.md), [talk](https://www.youtube.com/watch?t=3&v=abcdefghijk), [list](https://www.youtube.com/playlist?list=PL1)',
    },
    { text: '- HTTP/2.0, http/https, `htp://example.com`, ftp://example.com and https://<host>/path' },
  ],
  check: (facts) => [
    ...findTargetFaults(facts, code),
    ...brokenTag(facts.episode),
    ...findMalformedInText(facts.episode).map(({ span, message }): Problem => ({ code, span, message })),
    ...findBrokenLinks(facts.episode.syntax).flatMap(({ kind, span }): Problem[] => {
      if (kind === 'doubledParenthesis')
        return [{ code, span, message: 'The link has two “(” before its URL. Expected one.' }];
      if (kind === 'blankInTarget')
        return [{ code, span, message: 'The URL has a blank in it. Expected one URL, blanks written as %20.' }];
      return [];
    }),
  ],
};

function brokenTag(episode: Episode): Problem[] {
  const span = findBlankLineInTag(episode) && episode.video?.link?.span;
  return span
    ? [{ code, span, message: 'A blank line follows the URL and ends the tag. Expected none inside it.' }]
    : [];
}
