import type { VideoUrl } from '../../episode/episode.js';
import { isThumbnailUrl, isVideoUrl } from '../../episode/youTube.js';
import { VIDEO_PLACEHOLDER } from '../../newEpisode/template.js';
import { findMissingId } from '../malformedUrls.js';
import type { Rule } from '../rule.js';
import { trimmed } from '../targetFaults.js';

const code = 'video.id-missing';

export const videoIdMissing: Rule = {
  code,
  looksAt: 'header',
  severity: 'error',
  description:
    'The episode’s video carries no id, or one that is not sound. A placeholder left for later is only pointed at.',
  examples: [
    {
      text: '# T\n\n<a href="⟦https://www.youtube.com/watch?v=⟧"><img src="http://img.youtube.com/vi/abcdefghijk/hqdefault.jpg"></a>',
    },
    { text: '# T\n\n- Video: ⟦https://youtu.be/abc⟧' },
    {
      text: '# T\n\n<a href="https://youtu.be/abcdefghijk"><img src="⟦http://img.youtube.com/vi//hqdefault.jpg⟧"></a>',
    },
    { text: '# T\n\n- Video: ⟦https://www.youtube.com/watch?abcdefghijk⟧\n\n## Notes' },
    {
      text: '# T\n\n<a href="https://www.youtube.com/watch?v=abcdefghijk\n" target="_blank"><img src="https://example.com/pic.jpg"></a>',
    },
    { text: '# T\n\n- Video: https://www.youtube.com/watch?v=abcdefghijk&t=3s' },
  ],
  check: ({ episode: { video, syntax } }) => {
    const lost = [video?.link, video?.thumbnail].find((place) => place && isLost(place));
    if (!lost) return [];
    const at = trimmed(lost.span, syntax.text);
    if (lost.url.includes(VIDEO_PLACEHOLDER)) {
      const message = `The video’s id is still “${VIDEO_PLACEHOLDER}”. Expected eleven characters.`;
      return [{ code, span: at, message, severity: 'info' }];
    }
    const message = findMissingId(lost.url)?.message ?? 'The video’s URL has no sound id. Expected eleven characters.';
    return [{ code, span: at, message }];
  },
};

/** A video URL without an id, or with one that obviously stands for another: `xxxxxxxxxxx`. */
const isLost = ({ url, id }: VideoUrl): boolean =>
  id === null ? isVideoUrl(url) || isThumbnailUrl(url) : /^(.)\1*$/.test(id.value);
