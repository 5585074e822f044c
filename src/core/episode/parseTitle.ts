import type { Block, Heading } from '../markdown/syntax.js';
import { type Span, span } from '../text/span.js';
import type { EpisodeTitle } from './episode.js';

/** `Episode 093 : …`, `Episode #44 : …`, `Episode069 : …`, `TGIK Episode #39`, `Episode NN : …` (template) */
const PREFIX = /^(?:[\w-]+\s+)?episode\s*(?:#\s*)?(\d+)(?:\s*[:–—-]\s*|\s*$|(?<=\D\d{1,3})\s+)/i;

/** `Grokking Kubernetes: kubelet` → its segments. A colon without a blank beside it, as in `10:30`, parts nothing. */
export const titleSegments = (title: string): string[] =>
  title
    .split(/(?<!\s)\s+:\s*|:\s+/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');

/** The first `# …` of a note. */
export function findTitle(blocks: readonly Block[], text: string): EpisodeTitle | null {
  const heading = blocks.find((block): block is Heading => block.kind === 'heading' && block.depth === 1);
  return heading ? parseTitle(heading, text) : null;
}

function parseTitle(heading: Heading, text: string): EpisodeTitle {
  const words = wordsOf(heading, text);
  const prefix = PREFIX.exec(text.slice(words.start, words.end));
  const plain = PREFIX.exec(heading.plain) ? heading.plain.replace(PREFIX, '') : heading.plain;
  const segments = titleSegments(plain);
  const digits = prefix?.[1] ?? '';
  const at = words.start + (prefix ? prefix[0].indexOf(digits, prefix[0].toLowerCase().indexOf('episode')) : 0);
  return {
    heading,
    number: prefix ? { value: Number(digits), span: span(at, at + digits.length) } : null,
    text: segments.join(' : '),
    span: span(words.start + (prefix?.[0].length ?? 0), words.end),
    segments,
  };
}

/** What stands between `# ` and the end of the heading, closing `#`s and blanks left out. */
function wordsOf(heading: Heading, text: string): Span {
  const first = heading.inlines[0];
  const last = heading.inlines.at(-1);
  if (first && last) return span(first.start, last.end);
  const behind = heading.start + (/^#*[ \t]?/.exec(text.slice(heading.start, heading.end))?.[0].length ?? 0);
  return span(behind, Math.max(behind, heading.end));
}
