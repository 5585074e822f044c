import type { NoteLink } from '../../episode/episode.js';
import { findVideoId, isVideoId, isVideoUrl } from '../../episode/youTube.js';
import type { Facts, Problem, Rule } from '../rule.js';
import { findMalformedUrl } from '../urls.js';

const code = 'link.malformed-url';

export const linkMalformedUrl: Rule = {
  code,
  severity: 'error',
  description:
    'A URL is not sound: doubled parentheses or schemes, a misspelt scheme, no host, blanks, a video page without an id.',
  examples: [
    { text: '- [opened up](⟦(https://example.com/5453)⟧)' },
    { text: '- [docs](⟦htps://example.com⟧)' },
    { text: '- [docs](⟦https://https://example.com⟧)' },
    { text: '- [talk](⟦https://www.youtube.com/watch?v=⟧)' },
    {
      text: '- [blog](https://example.com/https-engineering-with-http) and https://example.com/?u=https://example.org',
    },
    { text: '- [copy](https://web.archive.org/web/2019/https://example.com)' },
    {
      text: '- [guide](http-guide.md), [talk](https://www.youtube.com/watch?t=3&v=abcdefghijk), [list](https://www.youtube.com/playlist?list=PL1)',
    },
  ],
  check: (facts) => facts.episode.links.flatMap((link) => check(link, facts) ?? []),
};

function check(link: NoteLink, { episode }: Facts): Problem | undefined {
  const { form, url, target } = link;
  if (form === 'reference' || form === 'imageReference' || form === 'crossReference') return undefined;
  const malformed = findMalformedUrl(url);
  if (malformed) return { code, span: target, message: malformed.message };
  // the episode's own video has rules of its own
  const own = episode.video?.link?.span.start === target.start;
  if (own || !isVideoUrl(url) || !/\/watch(?:[?#]|$)/i.test(url)) return undefined;
  const id = findVideoId(url);
  if (id !== undefined && isVideoId(id)) return undefined;
  return {
    code,
    span: target,
    message: 'The video’s URL carries no sound id. Expected watch?v= and eleven characters.',
  };
}
