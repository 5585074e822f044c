import { parseTime } from '../episode/parseChapters.js';
import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** `19:00:00` → `00:19:00` (minutes were meant), `0:5:07` → `00:05:07` (zeros are missing), `0O;15;00` → `00:15:00`. */
export const correctTime: Fixer = {
  code: 'chapter.malformed-time',
  compute({ episode: { syntax } }, problem) {
    const parts = slice(syntax.text, problem.span).replace(/[Oo]/g, '0').split(/[:;.]/);
    if (parts.at(-1) === '' || parts.length < 2 || parts.length > 3) return [];
    const [hours = '', minutes = '', seconds = ''] = parts.length === 3 ? parts : ['0', ...parts];
    const long = Number(hours) >= 10;
    const meant = long && seconds === '00' ? ['00', hours, minutes] : long ? undefined : [hours, minutes, seconds];
    const time = meant?.map((part) => part.padStart(2, '0')).join(':');
    const sound = time !== undefined && (parseTime(time) ?? Number.POSITIVE_INFINITY) < 36_000;
    return sound ? [replace(`Change to ${time}`, problem, time, false)] : [];
  },
};
