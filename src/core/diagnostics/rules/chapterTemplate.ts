import { isTemplate } from '../chapterLists.js';
import type { Rule } from '../rule.js';

const code = 'chapter.template';

export const chapterTemplate: Rule = {
  code,
  severity: 'hint',
  description: 'The table of contents is still that of the template: every time is zero.',
  examples: [
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Welcome\n- ⟦00:00:00⟧ - Week in Review' },
    { text: '# T\n\n## Timeline\n\n- 0:00 - a\n- ⟦0:00⟧ - b\n- 0:00 - c' },
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Welcome\n- 00:05:00 - Week in Review' },
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Welcome' },
    {
      text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Welcome\n- 00:00:00 - Week in Review',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
  ],
  check: ({ episode, archive, archived }) => {
    const [, second] = episode.chapters;
    // the newest note has not been on air yet
    const newest = archive?.episodes.every(({ number }) => (number ?? 0) <= (archived?.number ?? 0)) ?? false;
    return second && !newest && isTemplate(episode)
      ? [{ code, span: second.time, message: 'All chapters start at zero. Expected their times.' }]
      : [];
  },
};
