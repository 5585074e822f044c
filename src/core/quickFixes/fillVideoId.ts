import { earlierWithVideo } from '../diagnostics/rules/videoIdReused.js';
import { trimmed } from '../diagnostics/targetFaults.js';
import type { VideoUrl } from '../episode/episode.js';
import { isThumbnailUrl } from '../episode/youTube.js';
import { slice } from '../text/span.js';
import type { Fixer } from './quickFix.js';

/** One of link and thumbnail lost its id: the other one has it. */
export const fillVideoId: Fixer = {
  code: 'video.id-missing',
  compute(facts, problem) {
    const { syntax, video } = facts.episode;
    const place = [video?.link, video?.thumbnail].find(
      (one) => one && trimmed(one.span, syntax.text).start === problem.span.start,
    );
    const id = video?.link?.id ?? video?.thumbnail?.id;
    if (!place || !id || earlierWithVideo(id.value, facts)) return [];
    const newText = withId(place, id.value);
    if (newText === undefined) return [];
    // a blank line in front of the closing quote breaks the tag
    const blanks = /^\s*(?=")/.exec(syntax.text.slice(place.span.end))?.[0] ?? '';
    const behind = blanks.split('\n').length > 2 ? blanks.length : 0;
    const written = slice(syntax.text, place.span);
    const end = place.span.start + written.trimEnd().length;
    const edit = { start: place.span.start, end: behind > 0 ? place.span.end + behind : end };
    const title = place === video?.link ? `Use ${id.value}, the thumbnail’s` : `Use ${id.value}, the link’s`;
    return [{ title, preferred: true, edits: [{ span: edit, newText }] }];
  },
};

function withId({ url }: VideoUrl, id: string): string | undefined {
  if (isThumbnailUrl(url)) return url.replace(/(\/vi(?:_webp)?\/)[^/]*/, (_, before: string) => before + id);
  return `https://www.youtube.com/watch?v=${id}`;
}
