import type { Episode, Video } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import { isThumbnailUrl } from '../episode/youTube.js';
import { formatNumber, type Show } from '../show/show.js';
import { lineEnd, lineStart } from '../text/lines.js';
import { applyEdits, contains, type Span, slice, span, type TextEdit } from '../text/span.js';
import { type TemplateValues, VIDEO_PLACEHOLDER } from './template.js';

/** Title form, host line, date label and embed of `source` instead of the template's. */
export function inStyleOf(source: Episode, note: string, values: TemplateValues, show: Show, eol: string): string {
  const made = parseEpisode(note, show);
  const edits = [
    ...titleEdit(source, made, values, show),
    ...hostEdit(source, made, values),
    ...dateEdit(source, made, values),
    ...videoEdit(source, made, values),
  ].map((edit) => ({ ...edit, newText: edit.newText.replace(/\r\n|\n|\r/g, eol) }));
  // where two meet, as in a line with host and video, the first is made
  const apart = edits.filter(({ span: one }, at) =>
    edits.slice(0, at).every(({ span: other }) => one.end <= other.start || other.end <= one.start),
  );
  return applyEdits(note, apart);
}

function titleEdit(source: Episode, made: Episode, values: TemplateValues, show: Show): TextEdit[] {
  if (!made.title?.number || !source.title?.number) return [];
  const before = source.syntax.text.slice(source.title.heading.start, source.title.span.start).trimEnd();
  const newText = `${withNumber(before, source, values.number, show)} `;
  return [{ span: span(made.title.heading.start, made.title.span.start), newText }];
}

/** `# Episode #44 :` with another number, padded as the source pads its own. */
function withNumber(prefix: string, source: Episode, number: number, show: Show): string {
  const digits = source.title?.number ? slice(source.syntax.text, source.title.number.span) : '';
  const padded =
    digits.length < show.numberWidth && !digits.startsWith('0') ? String(number) : formatNumber(show, number);
  const at = prefix.lastIndexOf(digits);
  return prefix.slice(0, at) + padded + prefix.slice(at + digits.length);
}

/** The same hosts stand as they stood: `[@a](url)`, the line repeated, … */
function hostEdit(source: Episode, made: Episode, values: TemplateValues): TextEdit[] {
  const names = [...new Set(source.hosts.map(({ name }) => name))];
  const [theirs, ours] = [hostLines(source), hostLines(made)];
  if (!theirs || !ours || names.join('\n') !== values.hosts.join('\n')) return [];
  return [{ span: ours, newText: slice(source.syntax.text, theirs) }];
}

/** Whole lines with all hosts; undefined where something else of the header stands between them. */
function hostLines({ hosts, date, video, syntax }: Episode): Span | undefined {
  const [first, last] = [hosts[0], hosts.at(-1)];
  if (!first || !last) return undefined;
  const lines = span(lineStart(syntax.text, first.span.start), lineEnd(syntax.text, last.span.end));
  const others = [date?.span, video?.span].filter((other) => other !== undefined);
  return others.some((other) => other.start < lines.end && lines.start < other.end) ? undefined : lines;
}

/** `- Recording date: 2019-10-11` or `- 2019-10-11`, as the source labels it; the date itself is ISO. */
function dateEdit(source: Episode, made: Episode, { date }: TemplateValues): TextEdit[] {
  if (!source.date || !made.date || source.date.iso === null) return [];
  const { line, span: at } = source.date;
  if (!contains(line, at)) return [];
  const { text } = source.syntax;
  return [{ span: made.date.line, newText: text.slice(line.start, at.start) + date + text.slice(at.end, line.end) }];
}

function videoEdit(source: Episode, made: Episode, { videoId }: TemplateValues): TextEdit[] {
  if (!source.video || !made.video) return [];
  const { text } = source.syntax;
  const { form } = source.video;
  const inLine = form === 'link' || form === 'bare';
  const whole = inLine
    ? span(lineStart(text, source.video.span.start), lineEnd(text, source.video.span.end))
    : span(source.video.span.start, source.video.span.end + closingTag(text.slice(source.video.span.end)).length);
  const newText = videoLike(source, source.video, whole, videoId ?? VIDEO_PLACEHOLDER);
  if (newText === undefined) return [];
  // the comment above speaks of a thumbnail
  const above = form === 'thumbnail' ? '' : commentAtEnd(made.syntax.text.slice(0, made.video.span.start));
  return [{ span: span(made.video.span.start - above.length, made.video.span.end), newText }];
}

/** `<!-- … -->`, and the blanks behind it. */
function commentAtEnd(text: string): string {
  const closed = text.trimEnd().endsWith('-->');
  const start = closed ? text.lastIndexOf('<!--', text.lastIndexOf('-->')) : -1;
  return start < 0 ? '' : text.slice(start);
}

/** An iframe's. */
const closingTag = (behind: string): string => /^\s*<\/iframe>/i.exec(behind)?.[0] ?? '';

/** The source's video with the new id in all places; undefined where it is broken. */
function videoLike(source: Episode, { link, thumbnail, form }: Video, whole: Span, id: string): string | undefined {
  if (!link?.id || (form === 'thumbnail' && !thumbnail)) return undefined;
  const edits: TextEdit[] = [{ span: link.id.span, newText: id }];
  if (thumbnail?.id && isThumbnailUrl(thumbnail.url)) edits.push({ span: thumbnail.id.span, newText: id });
  else if (thumbnail) edits.push({ span: thumbnail.span, newText: `http://img.youtube.com/vi/${id}/hqdefault.jpg` });
  const shifted = edits.map(({ span: at, newText }) => ({
    span: span(at.start - whole.start, at.end - whole.start),
    newText,
  }));
  return applyEdits(slice(source.syntax.text, whole), shifted);
}
