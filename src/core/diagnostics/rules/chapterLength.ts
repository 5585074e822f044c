import { countsHours, isTemplate, soundChapters } from '../chapterLists.js';
import type { Rule } from '../rule.js';

const code = 'chapter.length';

/** https://support.google.com/youtube/answer/9884579: at least three chapters, each of ten seconds or more. */
const [LEAST, SHORTEST] = [3, 10];

export const chapterLength: Rule = {
  code,
  severity: 'hint',
  description: 'Fewer than three chapters, or one shorter than ten seconds: a video site drops such a list.',
  examples: [
    { text: '# T\n\n## Table of Contents\n\n- ⟦00:00:00⟧ - a\n- 00:05:00 - b' },
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - a\n- 00:05:00 - b\n- ⟦00:05:05⟧ - c' },
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - a\n- 00:05:00 - b\n- 00:06:00 - c' },
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Welcome\n- 00:00:00 - Week in Review' },
    { text: '# T\n\n## Table of Contents\n\n- [00:00] - a\n- [00:03] - b\n- [01:20] - c' },
  ],
  check: ({ episode }) => {
    const chapters = soundChapters(episode);
    const [first] = episode.chapters;
    if (!first || episode.chapters.length < 2 || isTemplate(episode) || countsHours(episode)) return [];
    if (episode.chapters.length < LEAST)
      return [
        {
          code,
          span: first.time,
          message: `A video site wants at least three chapters. Expected more than ${episode.chapters.length}.`,
        },
      ];
    return chapters.flatMap(({ seconds, time }, at) => {
      const before = chapters[at - 1];
      const length = before ? seconds - before.seconds : SHORTEST;
      return length > 0 && length < SHORTEST
        ? [{ code, span: time, message: 'The chapter above is shorter than ten seconds. Expected at least ten.' }]
        : [];
    });
  },
};
