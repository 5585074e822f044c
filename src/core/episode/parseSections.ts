import { moved } from '../markdown/shift.js';
import type { Heading } from '../markdown/syntax.js';
import { span } from '../text/span.js';
import type { Episode, EpisodePart, Section, SectionKind } from './episode.js';

/** How notes name their sections, in the order they are asked. */
const NAMES: readonly (readonly [SectionKind, RegExp])[] = [
  ['contents', /^(?:table of contents?|toc|contents|time ?line|time ?(?:stamps|codes)|chapters)$/],
  ['week', /\bthis week\b|\bweek in\b|\bnews\b|\bof the week\b|\bannouncements\b/],
  ['notes', /\bnotes\b|\boutline\b/],
  ['references', /\breferences?\b|\blinks\b|\bresources\b/],
];

export function sectionKind(title: string): SectionKind {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/** Every heading but the title, with what stands under it. Headings are given with the kind of their section. */
export function parseSections(
  headings: readonly Pick<Section, 'kind' | 'heading'>[],
  title: Heading | null,
  textEnd: number,
): Section[] {
  /** Where the next heading of each depth or above begins. */
  const next = Array<number>(7).fill(textEnd);
  return headings
    .toReversed()
    .map(({ kind, heading }) => {
      const { start, depth } = heading;
      const behind = next[depth] ?? textEnd;
      next.fill(start, depth);
      // nothing is above the title's level
      const end = title && start < title.start ? Math.min(behind, title.start) : behind;
      return { kind, heading, body: span(heading.end, end), span: span(start, end) };
    })
    .reverse();
}

/** The sections of a note from those of its parts, or from some of them: they reach into the parts behind. */
export const sectionsOf = (
  parts: readonly EpisodePart[],
  find: (part: Episode) => readonly Section[] = ({ sections }) => sections,
) =>
  parts.flatMap(({ start, end, episode }, at) =>
    find(episode).map((section): Section => {
      const { kind, heading, body, span } = moved(section, start);
      if (span.end < end) return { kind, heading, body, span };
      const close = closingAt(parts, at + 1, heading.depth);
      return { kind, heading, body: { ...body, end: close }, span: { ...span, end: close } };
    }),
  );

/** Where the next heading of a depth or above begins, from a part on. */
function closingAt(parts: readonly EpisodePart[], from: number, depth: number): number {
  for (let at = from; at < parts.length; at++) {
    const { start, episode } = parts[at] as EpisodePart;
    const next = episode.sections.find(({ heading }) => heading.depth <= depth);
    if (next) return start + next.span.start;
  }
  return parts.at(-1)?.end ?? 0;
}
