import type { Episode } from '../../episode/episode.js';
import { bodiesOf, perPlaces } from '../../episode/perPart.js';
import { walkBlocks } from '../../markdown/visit.js';
import { contains, type Span, slice, span } from '../../text/span.js';
import type { Problem, Rule } from '../rule.js';

const code = 'chapter.malformed-time';
const TEN_HOURS = 10 * 3600;

export const chapterMalformedTime: Rule = {
  code,
  severity: 'error',
  description:
    'A chapter’s time is no time of a show: minutes or seconds above 59, digits missing, or ten hours and more.',
  examples: [
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Hi\n- ⟦19:00:00⟧ - Introducing' },
    {
      text: '# T\n\n## Table of Contents\n\n- ⟦00:05:⟧ - a\n- ⟦00;10;00⟧ - b\n- [⟦0O:15:00⟧ - c](https://example.com)',
    },
    { text: '# T\n\n## Table of Contents\n\n- 1.17 is out, 10:1 it works, 2019 was good' },
    { text: '# T\n\n## Table of Contents\n\n- ⟦00:75:10⟧ - Late' },
    { text: '# T\n\n## Table of Contents\n\n- 00:00:00 - Hi\n- [1:05:10 - Late](https://example.com)\n- 5:10 - Early' },
    { text: '# T\n\n## Table of Contents\n\n- 13:00:00 - by the clock\n- 13:05:00 - on the wall' },
    { text: '# T\n\n## Notes\n\n- 19:00:00 is no chapter' },
  ],
  check: ({ episode }) => {
    const { chapters, syntax } = episode;
    // a table of clock times is meant as it is
    const byTheClock = chapters.length > 1 && chapters.every(({ seconds }) => isLate(seconds));
    const late = chapters.filter(({ seconds }) => isLate(seconds) && !byTheClock).map(({ time }) => time);
    const broken = chapters.filter(({ seconds }) => seconds === null).map(({ time }) => time);
    const written = (time: Span): string => slice(syntax.text, time);
    return [
      ...late.map((span): Problem => {
        return { code, span, message: `“${written(span)}” is past the end of any show. Expected HH:MM:SS.` };
      }),
      ...[...broken, ...mistypedTimes(episode)].map((span): Problem => {
        return { code, span, message: `“${written(span)}” is no time. Expected HH:MM:SS.` };
      }),
    ];
  },
};

const isLate = (seconds: number | null): boolean => seconds !== null && seconds >= TEN_HOURS;

/** `00:05:`, `00;10;00`, `0O:15:00`, `00.15.00`: meant as times, and not even read as such. */
const MISTYPED = /^\[?((?=[\dOo]*\d)[\dOo]{1,2}([:;])[\dOo]{2}(?:[:;][\dOo]{0,2})?|0\d\.\d\d\.\d\d)(?=[\s\]]|$)/;

const mistypedTimes = (episode: Episode): Span[] =>
  mistypedIn(episode, bodiesOf(episode, 'contents'))
    .filter(({ content }) => !episode.chapters.some(({ time }) => contains(content, time)))
    .map(({ time }) => time);

const mistypedIn = perPlaces(({ syntax: { blocks, text } }, places) =>
  walkBlocks(blocks)
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .filter(({ content }) => places.some((place) => contains(place, content)))
    .flatMap(({ content }) => {
      const match = MISTYPED.exec(slice(text, content));
      const time = match?.[1];
      if (!match || time === undefined) return [];
      const end = content.start + match[0].length;
      return [{ content, time: span(end - time.length, end) }];
    }),
);
