import { isTemplate, soundChapters } from '../chapterLists.js';
import type { Rule } from '../rule.js';

const code = 'chapter.order';
const toc = (...times: string[]): string =>
  `# T\n\n## Table of Contents\n\n${times.map((time) => `- ${time} - x`).join('\n')}`;

export const chapterOrder: Rule = {
  code,
  severity: 'warning',
  description: 'A chapter’s time is not after that of the chapter above: a video site drops such a list.',
  examples: [
    { text: toc('00:00:00', '00:10:00', '⟦00:05:00⟧', '00:20:00') },
    { text: toc('00:00:00', '00:05:00', '⟦00:05:00⟧') },
    { text: toc('00:00:00', '00:05:00', '01:05:00') },
    { text: toc('00:00:00', '00:00:00') },
    { text: toc('0:00', '5:00', '1:05:00') },
  ],
  check: ({ episode }) => {
    if (isTemplate(episode)) return [];
    let last = -1;
    return soundChapters(episode).flatMap(({ seconds, time }) => {
      const late = seconds > last;
      if (late) last = seconds;
      return late
        ? []
        : [{ code, span: time, message: 'This time is not after the one above. Expected chapters in their order.' }];
    });
  },
};
