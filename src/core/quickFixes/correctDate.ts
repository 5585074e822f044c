import { parseDate } from '../text/dates.js';
import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** Dates that can be understood, though no field says them so: `25/12/2019`, `11 October 2019`, `Friday, October 11, 2019`. */
export const correctDate: Fixer = {
  code: 'episode.date-invalid',
  compute({ episode: { syntax, date } }, problem) {
    const iso = date?.span.start === problem.span.start ? understand(slice(syntax.text, problem.span)) : null;
    return iso === null ? [] : [replace(`Change to ${iso}`, problem, iso)];
  },
};

function understand(written: string): string | null {
  const words = written
    .replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?\s*/i, '')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s*/i, '')
    .trim();
  const named = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ .]+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(words);
  if (named) return parseDate(`${named[2]} ${named[1]}, ${named[3]}`);
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(words);
  if (dayFirst) return parseDate(`${dayFirst[3]}/${dayFirst[1]}/${dayFirst[4]}`);
  const blanks = /^(\d{4})(?:\s*[-/.]\s*|\s+)(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{1,2})$/.exec(words);
  return blanks ? parseDate(`${blanks[1]}-${blanks[2]}-${blanks[3]}`) : parseDate(words);
}
