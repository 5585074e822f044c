import type { Chapter, Episode } from '../episode/episode.js';
import { slice } from '../text/span.js';

/** Beyond ten hours, times are those of a clock or mistyped; chapter.malformed-time speaks of these. */
const TEN_HOURS = 10 * 3600;

/** The chapters whose time can be that of a show. */
export const soundChapters = ({ chapters }: Episode): (Chapter & { readonly seconds: number })[] =>
  chapters.filter(
    (chapter): chapter is Chapter & { readonly seconds: number } =>
      chapter.seconds !== null && chapter.seconds < TEN_HOURS,
  );

/** Whether nobody has touched the template's times: two or more, all of them zero. */
export const isTemplate = ({ chapters }: Episode): boolean =>
  chapters.length > 1 && chapters.every(({ seconds }) => seconds === 0);

/** `00:03`, `00:20`, `01:15`: a list that long within ten minutes counts hours and minutes, not minutes and seconds. */
export function countsHours(episode: Episode): boolean {
  const chapters = soundChapters(episode);
  const { text } = episode.syntax;
  const last = chapters.at(-1)?.seconds ?? 0;
  return chapters.length > 2 && last < 600 && chapters.every(({ time }) => slice(text, time).split(':').length === 2);
}
