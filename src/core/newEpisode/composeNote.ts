import type { ArchivedEpisode } from '../archive/archive.js';
import type { Episode, SectionKind, Video } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import { isThumbnailUrl } from '../episode/youTube.js';
import { formatNumber, type Show } from '../show/show.js';
import { lineEndOf } from '../text/lines.js';
import { applyEdits, slice, span, type TextEdit } from '../text/span.js';
import type { CarriedOutline } from './carryOver.js';
import { withPlaceholders } from './ownTemplate.js';
import { BUILT_IN_TEMPLATE, fillTemplate, type TemplateValues, VIDEO_PLACEHOLDER } from './template.js';

export interface NoteParts {
  readonly show: Show;
  readonly template: string | null;
  readonly values: TemplateValues;
  /** Whose style the header follows. */
  readonly source: ArchivedEpisode | undefined;
  readonly outline: CarriedOutline | undefined;
  /** Markdown behind the heading of the Reference Links. */
  readonly references: string | undefined;
}

const BOM = '\uFEFF';

/** The whole text of a new note: the template filled, then the source's style, outline and references put in. */
export function composeNote({ show, template, values, source, outline, references }: NoteParts): string {
  const sourceText = source?.episode.syntax.text ?? '';
  const eol = lineEndOf(sourceText || (template ?? ''));
  const own = (template ?? '').replace(/^\uFEFF/, '');
  const written = template === null ? BUILT_IN_TEMPLATE : withPlaceholders(own, show);
  /** Ours, or one of the repository made for people's eyes: the source's header is the better model. */
  const loose = written !== own;
  let note = fillTemplate(written, values, show).replace(/\r\n|\n|\r/g, eol);
  if (loose && source) {
    note = inStyleOf(source.episode, note, values, show, eol);
    note = withWeek(source.episode, note, show, eol);
  }
  if (outline) note = withBody(note, 'notes', outline.heading ?? 'Show Notes', outline.markdown, show, eol);
  if (references !== undefined) note = withBody(note, 'references', 'Reference Links', references, show, eol);
  return sourceText.startsWith(BOM) ? BOM + note : note;
}

/** Title form, date label and embed of `source` instead of the template's. */
function inStyleOf(source: Episode, note: string, values: TemplateValues, show: Show, eol: string): string {
  const made = parseEpisode(note, show);
  const edits: TextEdit[] = [];
  const title = source.title;
  if (made.title?.number && title?.number) {
    const before = source.syntax.text.slice(title.heading.start, title.span.start).trimEnd();
    edits.push({
      span: span(made.title.heading.start, made.title.span.start),
      newText: `${withNumber(before, source, values.number, show)} `,
    });
  }
  const embed = source.video ? embedLike(source, source.video, values.videoId ?? VIDEO_PLACEHOLDER) : undefined;
  if (made.video && embed !== undefined)
    edits.push({ span: made.video.span, newText: embed.replace(/\r\n|\n|\r/g, eol) });
  if (made.date && source.date?.iso)
    edits.push({
      span: span(made.date.line.start, made.date.span.start),
      newText: source.syntax.text.slice(source.date.line.start, source.date.span.start),
    });
  return applyEdits(note, edits);
}

/** The week's section, where the source has one and an old template does not. */
function withWeek(source: Episode, note: string, show: Show, eol: string): string {
  const of = (episode: Episode, kind: SectionKind) => episode.sections.find((one) => one.kind === kind);
  const week = of(source, 'week');
  const made = parseEpisode(note, show);
  if (!week || of(made, 'week')) return note;
  const at = of(made, 'notes')?.span.start ?? note.length;
  const heading = `${'#'.repeat(week.heading.depth)} ${week.heading.plain}${eol}${eol}`;
  return applyEdits(note, [{ span: span(at, at), newText: heading }]);
}

/** `# Episode #44 :` with another number, padded as the source pads its own. */
function withNumber(prefix: string, source: Episode, number: number, show: Show): string {
  const digits = source.title?.number ? slice(source.syntax.text, source.title.number.span) : '';
  const padded =
    digits.length < show.numberWidth && !digits.startsWith('0') ? String(number) : formatNumber(show, number);
  const at = prefix.lastIndexOf(digits);
  return prefix.slice(0, at) + padded + prefix.slice(at + digits.length);
}

/** The source's thumbnail embed with the new id in both places; undefined where it is of another form or broken. */
function embedLike(source: Episode, video: Video, id: string): string | undefined {
  const { text } = source.syntax;
  const { link, thumbnail } = video;
  if (video.form !== 'thumbnail' || !link?.id || !thumbnail) return undefined;
  const picture =
    thumbnail.id && isThumbnailUrl(thumbnail.url)
      ? { span: thumbnail.id.span, newText: id }
      : { span: thumbnail.span, newText: `http://img.youtube.com/vi/${id}/hqdefault.jpg` };
  const edits = [{ span: link.id.span, newText: id }, picture].map((edit) => ({
    ...edit,
    span: span(edit.span.start - video.span.start, edit.span.end - video.span.start),
  }));
  return applyEdits(slice(text, video.span), edits);
}

/** Puts `body` behind the heading of a section, which is made at the end where the note has none. */
function withBody(note: string, kind: SectionKind, heading: string, body: string, show: Show, eol: string): string {
  const section = parseEpisode(note, show).sections.find((one) => one.kind === kind);
  const last = section !== undefined && section.body.end === note.length;
  if (section) {
    const tail = last ? body : endingInBlankLine(body, eol);
    return applyEdits(note, [{ span: section.body, newText: /^[\r\n]/.test(tail) ? tail : eol + tail }]);
  }
  const gap = note.endsWith(eol + eol) ? '' : note.endsWith(eol) ? eol : eol + eol;
  return `${note}${gap}## ${heading}${/^[\r\n]/.test(body) ? '' : eol}${body}`;
}

/** A heading follows: it stands on a line of its own, with a blank one above. */
function endingInBlankLine(body: string, eol: string): string {
  if (/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(body)) return body;
  return /[\r\n]$/.test(body) ? body + eol : body + eol + eol;
}
