import { isTemplate, soundChapters } from '../chapterLists.js';
import type { Rule } from '../rule.js';

const code = 'chapter.first';

export const chapterFirst: Rule = {
  code,
  severity: 'info',
  description: 'The first chapter does not start at zero: a video site drops such a list.',
  examples: [
    { text: '# T\n\n## Table of Contents\n\n- ⟦00:01:00⟧ - a\n- 00:05:00 - b\n- 00:09:00 - c' },
    { text: '# T\n\n## Timeline\n\n- ⟦0:10⟧ - a\n- 5:00 - b' },
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - a\n- 00:05:00 - b' },
    { text: '# T\n\n## Table of Contents\n\n- 13:00:00 - by the clock\n- 13:05:00 - on the wall' },
  ],
  check: ({ episode }) => {
    const [first, ...more] = soundChapters(episode);
    if (!first || more.length === 0 || first.seconds === 0 || isTemplate(episode)) return [];
    return [{ code, span: first.time, message: 'The first chapter starts late. Expected one at 00:00:00.' }];
  },
};
