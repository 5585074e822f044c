import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'chapter.malformed-time';
const TEN_HOURS = 10 * 3600;

export const chapterMalformedTime: Rule = {
  code,
  severity: 'error',
  description:
    'A chapter’s time is no time of a show: minutes or seconds above 59, digits missing, or ten hours and more.',
  examples: [
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Hi\n- ⟦19:00:00⟧ - Introducing' },
    { text: '# T\n\n## Table of Contents\n\n- ⟦00:75:10⟧ - Late' },
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Hi\n- [1:05:10 - Late](https://example.com)\n- 5:10 - Early' },
    { text: '# T\n\n## Table of Contents\n\n- 13:00:00 - by the clock\n- 13:05:00 - on the wall' },
    { text: '# T\n\n## Notes\n\n- 19:00:00 is no chapter' },
  ],
  check: ({ episode: { chapters, syntax } }) => {
    // a table of clock times is meant as it is
    const byTheClock = chapters.length > 1 && chapters.every(({ seconds }) => isLate(seconds));
    return chapters
      .filter(({ seconds }) => seconds === null || (isLate(seconds) && !byTheClock))
      .map(({ time, seconds }) => {
        const written = slice(syntax.text, time);
        const message =
          seconds === null
            ? `“${written}” is no time. Expected HH:MM:SS.`
            : `“${written}” is past the end of any show. Expected HH:MM:SS.`;
        return { code, span: time, message };
      });
  },
};

const isLate = (seconds: number | null): boolean => seconds !== null && seconds >= TEN_HOURS;
