import { countBefore } from '../text/partitionPoint.js';
import { type Span, slice, span } from '../text/span.js';
import type { Chapter, NoteLink } from './episode.js';
import { type FieldLine, flatten } from './headerLines.js';

/** `00:05:50`, `5:50`, `[00:05]`, also malformed ones: digits and colons at the start of a line. */
const TIME = /^\[?\s*(\d{1,3}(?::\d{1,3}){1,3})(?![\d:])\]?/;

/** The chapters on some lines: `- 00:05:50 - text`, `- [00:05:50 - text](url)`, `- [00:05:50](url) - text`, no dash at all. */
export function parseChapters(lines: readonly FieldLine[], links: readonly NoteLink[], text: string): Chapter[] {
  return flatten(lines).flatMap((line) => {
    const time = TIME.exec(line.plain);
    const digits = time?.[1];
    if (!time || digits === undefined) return [];
    // a time that is not written as it is read, `00&#58;10`, is where its line begins
    const start = line.span.start + Math.max(0, slice(text, line.span).indexOf(digits));
    const at: Span = span(start, start + digits.length);
    const title = line.plain
      .slice(time[0].length)
      .replace(/^[\s\]:–—-]+/, '')
      .trim();
    const within = links.slice(countBefore(links, line.span.start), countBefore(links, line.span.end));
    const link = within.find((one) => one.span.end <= line.span.end) ?? null;
    return [{ seconds: parseTime(digits), time: at, title, span: line.span, link }];
  });
}

/** `H:MM:SS` or `M:SS` in seconds; null for anything else. */
export function parseTime(time: string): number | null {
  const match = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})$/.exec(time);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1] ?? 0), Number(match[2]), Number(match[3])];
  if (seconds > 59 || (match[1] !== undefined && (minutes > 59 || match[2]?.length !== 2))) return null;
  return hours * 3600 + minutes * 60 + seconds;
}
