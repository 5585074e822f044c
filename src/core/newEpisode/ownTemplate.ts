import { parseEpisode } from '../episode/parseEpisode.js';
import { notesFolder } from '../show/notePattern.js';
import type { Show } from '../show/show.js';
import { applyEdits, type Span, slice, type TextEdit } from '../text/span.js';

/** Where a repository keeps a template of its own where no setting names one, the likeliest first. */
export function templatePaths(show: Show): string[] {
  const notes = notesFolder(show);
  const beside = notes === '' ? '' : `${notes}/`;
  const names = ['episode_template.md', 'episode-template.md', 'template.md', 'TEMPLATE.md'];
  const folders = [beside, 'templates/', 'documentation/', 'docs/', ''];
  return [...new Set(folders.flatMap((folder) => names.map((name) => folder + name)))];
}

/**
 * A template as people write it, `# Episode ### : Title`, `@twitterhandle`, `YYYY-MM-DD` and the ids of some video, with
 * our placeholders in these places. One that has `{title}` or `{number}` is left as it is.
 */
export function withPlaceholders(template: string, show: Show): string {
  if (/\{(?:title|number)\}/.test(template)) return template;
  const titled = template.replace(
    /^(#[ \t]+(?:[^\r\n]*?[ \t#])??)(?:#{2,}|N{2,}|X{2,}|\d{1,4}|\$\{?number\}?)([ \t]*[:–—-][ \t]*)[^\r\n]*$/m,
    '$1{number}$2{title}',
  );
  const episode = parseEpisode(titled, show);
  const { header, hosts, date, video } = episode;
  const edits: TextEdit[] = [];
  const put = (span: Span | undefined, newText: string): void => {
    if (span && span.end > span.start) edits.push({ span, newText });
  };
  const [first, last] = [hosts[0], hosts.at(-1)];
  if (first && last) put(hostWords(titled, first.span.start, last.span.end), '{hosts}');
  const blank = /\b(?:YYYY-MM-DD|MM\/DD\/YYYY|DD\/MM\/YYYY)\b/.exec(slice(titled, header));
  const dateSpan = blank
    ? { start: header.start + blank.index, end: header.start + blank.index + blank[0].length }
    : date?.span;
  put(dateSpan, '{date}');
  put(video?.link?.id?.span, '{video}');
  put(video?.thumbnail?.id?.span, '{video}');
  return applyEdits(titled, edits);
}

/** From the bullet's first word to the last host: the whole of it is the show's host line. */
function hostWords(text: string, start: number, end: number): Span {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const words = /^[ \t]*[-*+][ \t]+/.exec(line)?.[0].length ?? line.length;
  return { start: start - (line.length - words), end };
}
