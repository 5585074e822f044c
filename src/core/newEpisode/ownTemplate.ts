import { parseEpisode } from '../episode/parseEpisode.js';
import { notesFolder } from '../show/notePattern.js';
import type { Show } from '../show/show.js';
import { lineEnd, lineStart } from '../text/lines.js';
import { applyEdits, overlap, type Span, slice, type TextEdit } from '../text/span.js';

/** The setting alone where it is set, else where a repository keeps a template of its own, the likeliest first. */
export function templatePaths(show: Show): string[] {
  if (show.template !== '') return [show.template];
  const notes = notesFolder(show);
  const beside = notes === '' ? '' : `${notes}/`;
  const names = ['episode_template.md', 'episode-template.md', 'template.md', 'TEMPLATE.md'];
  const folders = [beside, 'templates/', 'documentation/', 'docs/', ''];
  return [...new Set(folders.flatMap((folder) => names.map((name) => folder + name)))];
}

/**
 * The template among the texts of `templatePaths` (null where there is none). One that no setting names must look like a
 * note: a title and a section for the outline.
 */
export const chooseTemplate = (show: Show, texts: readonly (string | null)[]): string | null =>
  texts.find((text) => text !== null && (show.template !== '' || looksLikeNote(text, show))) ?? null;

const looksLikeNote = (text: string, show: Show): boolean =>
  parseEpisode(text, show).title !== null && hasOutlineSection(text, show);

export const hasOutlineSection = (text: string, show: Show): boolean =>
  parseEpisode(text, show).sections.some(({ kind }) => kind === 'notes');

/**
 * A template as people write it, `# Episode ### : Title`, `@twitterhandle`, `YYYY-MM-DD` and the ids of some video, with
 * our placeholders in these places. One that has `{title}` or `{number}` is left as it is.
 */
export function withPlaceholders(template: string, show: Show): string {
  if (/\{(?:title|number)\}/.test(template)) return template;
  const titled = withTitlePlaces(template);
  const episode = parseEpisode(titled, show);
  const { header, hosts, date, video } = episode;
  const edits: TextEdit[] = [];
  const put = (span: Span | undefined, newText: string): void => {
    if (span && span.end > span.start && !edits.some((edit) => overlap(edit.span, span))) edits.push({ span, newText });
  };
  const [first, last] = [hosts[0], hosts.at(-1)];
  if (first && last) put(hostWords(titled, first.span.start, last.span.end), '{hosts}');
  const blank = /\b(?:YYYY-MM-DD|MM\/DD\/YYYY|DD\/MM\/YYYY)\b/.exec(slice(titled, header));
  const dateSpan = blank
    ? { start: header.start + blank.index, end: header.start + blank.index + blank[0].length }
    : date?.span;
  if (dateSpan && dateSpan.end === dateSpan.start) edits.push(datePlace(titled, dateSpan.end));
  put(dateSpan, '{date}');
  put(video?.link?.id?.span, '{video}');
  put(video?.thumbnail?.id?.span, '{video}');
  return applyEdits(titled, edits);
}

/** A number or what stands for one, and the colon behind it: `### : `, `NNN - `, `12: `, `${number} : ` */
const NUMBER = /(?<=[ \t#])(?:(?<!#)#{2,}(?!#)|N{2,}(?!N)|X{2,}(?!X)|\d{1,4}|\$\{?number\}?)([ \t]*[:–—-][ \t]*)/;

/** In the first heading that has one. */
function withTitlePlaces(template: string): string {
  let found = false;
  return template.replace(/^#[ \t][^\r\n]*/gm, (line) => {
    const match = found ? null : NUMBER.exec(line);
    found ||= match !== null;
    return match ? `${line.slice(0, match.index)}{number}${match[1]}{title}` : line;
  });
}

/** From the bullet's first word to the last host: the whole of it is the show's host line. */
function hostWords(text: string, start: number, end: number): Span {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const words = /^[ \t]*[-*+][ \t]+/.exec(line)?.[0].length ?? line.length;
  return { start: start - (line.length - words), end };
}

/** Behind `- Recording date` or `- Recording date:`, where nothing stands yet. */
function datePlace(text: string, at: number): TextEdit {
  const start = lineStart(text, at);
  const label = text.slice(start, lineEnd(text, at)).trimEnd();
  const newText = label.endsWith(':') ? ' {date}' : ': {date}';
  return { span: { start: start + label.length, end: lineEnd(text, at) }, newText };
}
