import type { Episode } from '../episode/episode.js';
import { readEpisode } from '../episode/parseEpisode.js';
import { guessLabels, mayName } from '../markdown/labels.js';
import { parseMarkdown } from '../markdown/parseMarkdown.js';
import { LONGEST } from '../markdown/readable.js';
import type { NoteSyntax } from '../markdown/syntax.js';
import type { Show } from '../show/show.js';

/** What title and header say of a note. */
export interface NoteHead {
  /** The words behind the number. */
  readonly title: string;
  readonly segments: readonly string[];
  /** `093` of the title itself. */
  readonly titleNumber: number | null;
  readonly hosts: readonly string[];
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  /** Whether the note writes it so. */
  readonly dateIsIso: boolean;
  readonly videoId: string | null;
}

export const headOf = ({ title, hosts, date, video }: Episode): NoteHead => ({
  title: title?.text ?? '',
  segments: title?.segments ?? [],
  titleNumber: title?.number?.value ?? null,
  hosts: [...new Set(hosts.map(({ name }) => name))],
  date: date?.iso ?? null,
  dateIsIso: date?.isIso ?? true,
  videoId: video?.id ?? null,
});

/** The same from a note's text, of which no more is read than its top where that is sure to say it all. */
export const readHead = (text: string, show: Show, read = parseMarkdown): NoteHead =>
  headOf(readEpisode(topOf(text, read) ?? read(text), show));

/** `## …` at a line's start. */
const HEADING = /(?<=[\r\n])#{1,6}[ \t]/g;
/** Headings that may stand in fences and comments before the whole note is read. */
const TRIES = 3;

/**
 * A note up to the first heading behind its title's. Where a text that ends with a heading at the top level is read, and
 * nothing behind it is a definition for what stands before, the same is read there of the whole.
 */
function topOf(text: string, read: (text: string) => NoteSyntax): NoteSyntax | undefined {
  if (text.length > LONGEST) return undefined;
  let tries = 0;
  for (const { index } of text.matchAll(HEADING)) {
    const top = text.slice(0, index);
    if (tries++ === TRIES || mayName({ text: top }, guessLabels(text))) return undefined;
    const blocks = read(`${top}## x`).blocks;
    const last = blocks.at(-1);
    if (last?.kind !== 'heading' || last.start !== index) continue;
    const before = blocks.slice(0, -1);
    if (before.some((block) => block.kind === 'heading' && block.depth === 1)) return { text: top, blocks: before };
  }
  return undefined;
}
