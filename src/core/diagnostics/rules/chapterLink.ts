import { findVideoId } from '../../episode/youTube.js';
import type { Rule } from '../rule.js';

const code = 'chapter.link';
const page = (rest: string): string =>
  `# T\n\n- Video: https://youtu.be/abcdefghijk\n\n## Table of Contents\n\n- 00:00:00 - a\n- ${rest}`;

export const chapterLink: Rule = {
  code,
  severity: 'warning',
  description: 'A chapter’s link leads to another video, or to another time than it says.',
  examples: [
    { text: page('[00:05:50 - b](⟦https://youtu.be/abcdefghijk?t=6m13s⟧)') },
    { text: page('[00:05:50 - b](⟦https://youtu.be/zzzzzzzzzzz?t=350⟧)') },
    { text: page('[00:05:50 - b](https://youtu.be/abcdefghijk?t=5m50s)') },
    { text: page('[00:05:50 - b](https://www.youtube.com/watch?v=abcdefghijk&t=351s)') },
    { text: page('[00:05:50 - b](https://youtu.be/abcdefghijk)') },
    { text: page('00:05:50 - [a talk](https://youtu.be/zzzzzzzzzzz?t=10)') },
  ],
  check: ({ episode: { chapters, video } }) =>
    chapters.flatMap(({ seconds, time, link }) => {
      // a link behind the time is the chapter's subject, one around it its place
      if (!link?.label || link.label.span.start > time.start || seconds === null) return [];
      const id = findVideoId(link.url);
      if (id === undefined) return [];
      const problem = (message: string) => [{ code, span: link.target, message }];
      if (video?.id && id !== video.id) return problem('The chapter leads to another video. Expected this episode’s.');
      const at = secondsOf(link.url);
      return at === null || Math.abs(at - seconds) <= 2
        ? []
        : problem(`The link starts at ${at} seconds, the chapter at ${seconds}. Expected the same time.`);
    }),
};

/** `t=6m13s`, `t=373s`, `start=373`; null where the URL names no time. */
function secondsOf(url: string): number | null {
  const written = /[?&#](?:t|start)=([\dhms]+)/i.exec(url)?.[1];
  if (written === undefined) return null;
  if (/^\d+s?$/i.test(written)) return Number.parseInt(written, 10);
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/i.exec(written);
  return match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0) : null;
}
