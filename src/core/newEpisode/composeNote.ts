import type { Episode, SectionKind } from '../episode/episode.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import type { Show } from '../show/show.js';
import { BOM, bomLength, withoutBom } from '../text/byteOrderMark.js';
import { lineEndOf } from '../text/lines.js';
import { applyEdits, span } from '../text/span.js';
import type { CarriedOutline } from './carryOver.js';
import { inStyleOf } from './headerStyle.js';
import { withPlaceholders } from './ownTemplate.js';
import { BUILT_IN_TEMPLATE, fillTemplate, type TemplateValues } from './template.js';

export interface NoteParts {
  readonly show: Show;
  readonly template: string | null;
  readonly values: TemplateValues;
  /** Whose style the header follows. */
  readonly source: Episode | undefined;
  readonly outline: CarriedOutline | undefined;
  /** Markdown behind the heading of the Reference Links. */
  readonly references: string | undefined;
}

/** The whole text of a new note: the template filled, then the source's style, outline and references put in. */
export function composeNote({ show, template, values, source, outline, references }: NoteParts): string {
  const sourceText = source?.syntax.text ?? '';
  const eol = lineEndOf(sourceText || (template ?? ''));
  const own = withoutBom(template ?? '');
  const written = template === null ? BUILT_IN_TEMPLATE : withPlaceholders(own, show);
  /** Ours, or one of the repository made for people's eyes: the source's header is the better model. */
  const loose = written !== own;
  let note = fillTemplate(written, values, show).replace(/\r\n|\n|\r/g, eol);
  if (loose && source) {
    note = inStyleOf(source, note, values, show, eol);
    note = withWeek(source, note, show, eol);
  }
  if (outline) note = withBody(note, 'notes', outline.heading ?? 'Show Notes', outline.markdown, show, eol);
  if (references !== undefined) note = withBody(note, 'references', 'Reference Links', references, show, eol);
  note = endingLike(sourceText, note, [outline?.markdown, references], eol);
  return bomLength(sourceText) > 0 ? BOM + note : note;
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

/** With a final line end where `source` has one, without where it has none; what was carried keeps its own. */
function endingLike(source: string, note: string, carried: readonly (string | undefined)[], eol: string): string {
  if (source === '' || carried.some((part) => part !== undefined && part !== '' && note.endsWith(part))) return note;
  if (!/[\r\n]$/.test(source)) return note.replace(/(?<![\r\n])[\r\n]+$/, '');
  return /[\r\n]$/.test(note) ? note : note + eol;
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
