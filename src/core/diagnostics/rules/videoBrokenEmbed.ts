import type { Episode } from '../../episode/episode.js';
import { type Span, slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'video.broken-embed';
const IMAGE = '<img src="http://img.youtube.com/vi/abcdefghijk/0.jpg"></a>';

export const videoBrokenEmbed: Rule = {
  code,
  severity: 'error',
  description: 'A blank line stands inside the tag of the embedded video, which ends the tag there.',
  examples: [
    { text: `# T\n\n<a href="⟦https://www.youtube.com/watch?v=abcdefghijk⟧\n\n" target="_blank">${IMAGE}` },
    { text: `# T\n\n<a href="⟦https://youtu.be/abcdefghijk⟧\r\n\r\n">${IMAGE}` },
    { text: `# T\n\n<a href="https://www.youtube.com/watch?v=abcdefghijk\n" target="_blank">${IMAGE}` },
    { text: `# T\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\n<a href="https://example.com">${IMAGE}` },
  ],
  check: ({ episode }) => {
    const gap = findGap(episode);
    const link = episode.video?.link;
    if (!gap || !link) return [];
    return [
      { code, span: link.span, message: 'A blank line ends the tag of the video. Expected none inside the tag.' },
    ];
  },
};

/** The blanks between the video's URL and the quote that closes it, where a blank line is among them. */
export function findGap({ video, syntax }: Episode): Span | undefined {
  if (video?.form !== 'thumbnail' || !video.link?.id) return undefined;
  const { start, end } = video.link.span;
  const quote = syntax.text[start - 1] ?? '';
  const blanks = /^\s*/.exec(syntax.text.slice(end))?.[0].length ?? 0;
  const gap = { start: end, end: end + blanks };
  const isBroken = /["']/.test(quote) && syntax.text[gap.end] === quote;
  return isBroken && /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(slice(syntax.text, gap)) ? gap : undefined;
}
