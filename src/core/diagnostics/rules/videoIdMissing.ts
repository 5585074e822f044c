import { isThumbnailUrl, isVideoUrl } from '../../episode/youTube.js';
import { VIDEO_PLACEHOLDER } from '../../newEpisode/template.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'video.id-missing';

export const videoIdMissing: Rule = {
  code,
  severity: 'error',
  description:
    'The episode’s video carries no id, or one that is not sound. A placeholder left for later is only pointed at.',
  examples: [
    {
      text: '# T\n\n<a href="⟦https://www.youtube.com/watch?v=⟧"><img src="http://img.youtube.com/vi/abcdefghijk/hqdefault.jpg"></a>',
    },
    { text: '# T\n\n- Video: ⟦https://youtu.be/abc⟧' },
    {
      text: '# T\n\n<a href="https://www.youtube.com/watch?v=abcdefghijk\n" target="_blank"><img src="https://example.com/pic.jpg"></a>',
    },
    { text: '# T\n\n- Video: https://www.youtube.com/watch?v=abcdefghijk&t=3s' },
  ],
  check: ({ episode: { video, syntax } }) =>
    [video?.link, video?.thumbnail].flatMap((part) => {
      if (!part || part.id || !(isVideoUrl(part.url) || isThumbnailUrl(part.url))) return [];
      if (slice(syntax.text, part.span).includes(VIDEO_PLACEHOLDER)) {
        const message = `The video’s id is not set yet: ${VIDEO_PLACEHOLDER} stands in its place.`;
        return part === video?.link ? [{ code, span: part.span, message, severity: 'info' as const }] : [];
      }
      return [{ code, span: part.span, message: 'The video carries no sound id. Expected eleven characters.' }];
    }),
};
