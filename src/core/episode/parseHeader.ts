import type { Show } from '../show/show.js';
import { parseDate } from '../text/dates.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import { oncePer } from '../text/oncePer.js';
import { type Span, span } from '../text/span.js';
import type { Host, RecordingDate } from './episode.js';
import { type FieldLine, flatten } from './headerLines.js';

const DATE_LABEL = /^(?:recording date|recorded(?: on)?|air(?:ed|ing)?(?: on| date)?|date)\b\s*:?\s*/i;

/** `- Hosted by @a`, repeated, `@a and @b`, `@a, @b`, `[@a](url)`, a bare name, or names in a nested list. */
export function findHosts(lines: readonly FieldLine[], text: string, show: Show): Host[] {
  const label = hostLabel(show);
  const hosts: Host[] = [];
  for (const line of flatten(lines)) {
    const match = label.exec(line.plain);
    if (!match) continue;
    const names = line.plain.slice(match[0].length).trim();
    const from = names === '' ? line.children : [{ ...line, plain: names }];
    for (const { plain, span: at } of from) hosts.push(...hostsIn(plain, at, text));
  }
  return hosts;
}

/** `Hosted by {hosts}` → matches `hosted by: ` at the start of a line. */
const hostLabel = oncePer((show: Show): RegExp => {
  const words = (show.hostLine.split('{hosts}')[0] ?? '').replace(/(?<![\s:])[\s:]+$/, '');
  const escaped = escapeRegExp(words).replace(/\s+/g, '\\s+');
  return new RegExp(`^[-*+]?\\s*${escaped}(?![\\w])\\s*:?\\s*`, 'i');
});

function hostsIn(plain: string, at: Span, text: string): Host[] {
  const names = plain
    .split(/(?<!\s)\s*(?:,|;|&|\+|\/|\band\b|\bwith\b)\s*/i)
    .map((name) => /^@[\w.-]*\w/.exec(name)?.[0] ?? name.trim());
  let from = at.start;
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const found = text.slice(0, at.end).indexOf(name, from);
      const start = found < 0 ? from : found;
      from = found < 0 ? from : found + name.length;
      return { name, span: found < 0 ? at : span(start, start + name.length) };
    });
}

/** `- Recording date: 2019-10-11`, `- 08/09/2019`, `- Recording date` (none) */
export function findDate(lines: readonly FieldLine[], text: string): RecordingDate | null {
  const all = flatten(lines);
  const labelled = all.find(({ plain }) => isDateField(plain));
  const line = labelled ?? all.find((candidate) => parseDate(candidate.plain) !== null);
  return line ? dateOn(line, text) : null;
}

/** `Recording date`, `Date: soon`, `Date 2019-10-11`; not `Date night with …`. */
function isDateField(plain: string): boolean {
  const label = DATE_LABEL.exec(plain)?.[0];
  if (label === undefined) return false;
  const rest = plain.slice(label.length);
  return rest === '' || label.trimEnd().endsWith(':') || dateAtStart(rest) !== undefined;
}

function dateOn(line: FieldLine, text: string): RecordingDate {
  const source = text.slice(line.span.start, line.span.end);
  const written = line.plain.replace(DATE_LABEL, '').trim();
  const value = dateAtStart(written) ?? { iso: null, length: written.length };
  const found = written === '' ? -1 : source.lastIndexOf(written);
  const start = found < 0 ? line.span.end : line.span.start + found;
  const at = span(start, found < 0 ? start : start + value.length);
  return { iso: value.iso, span: at, isIso: /^\d{4}-\d{2}-\d{2}$/.test(text.slice(at.start, at.end)), line: line.span };
}

/** The date, with or without words behind it: `2019-10-11 (Friday)`. */
function dateAtStart(written: string): { iso: string; length: number } | undefined {
  for (const candidate of [written, /^\S+/.exec(written)?.[0], /^[A-Za-z]+\.? \d{1,2}\w*,? \d{4}/.exec(written)?.[0]]) {
    const iso = candidate === undefined ? null : parseDate(candidate);
    if (iso !== null && candidate !== undefined) return { iso, length: candidate.length };
  }
  return undefined;
}
