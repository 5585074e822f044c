import type { Episode } from '../episode/episode.js';
import { type Span, slice } from '../text/span.js';

/**
 * `<a href="https://…watch?v=ID`, a blank line, `">`: the blank line ends the tag of the embedded video. Gives the
 * blanks between the URL and the quote that closes it; undefined for a sound embed, split over two lines or not, and
 * where the id is missing, which is said otherwise.
 */
export function findBlankLineInTag({ video, syntax }: Episode): Span | undefined {
  if (video?.form !== 'thumbnail' || !video.link?.id) return undefined;
  const { start, end } = video.link.span;
  const quote = syntax.text[start - 1] ?? '';
  const blanks = /^\s*/.exec(syntax.text.slice(end))?.[0].length ?? 0;
  const gap = { start: end, end: end + blanks };
  const isBroken = /["']/.test(quote) && syntax.text[gap.end] === quote;
  return isBroken && /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(slice(syntax.text, gap)) ? gap : undefined;
}
