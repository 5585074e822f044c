import type { Block, Heading } from '../markdown/syntax.js';
import { span } from '../text/span.js';
import type { Section, SectionKind } from './episode.js';

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

/** Every heading but the title, with what stands under it. */
export function parseSections(blocks: readonly Block[], title: Heading | null, textEnd: number): Section[] {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading' && block !== title);
  const others = blocks.filter((block): block is Heading => block.kind === 'heading');
  return headings.map((heading) => {
    const next = others.find((other) => other.start > heading.start && other.depth <= heading.depth);
    const end = next?.start ?? textEnd;
    return { kind: sectionKind(heading.plain), heading, body: span(heading.end, end), span: span(heading.start, end) };
  });
}
