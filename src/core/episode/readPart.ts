import type { Heading, NoteSyntax } from '../markdown/syntax.js';
import { buildOutline } from '../outline/buildOutline.js';
import type { PlacedRun } from '../outline/placed.js';
import { sumOf } from '../outline/progress.js';
import { readRuns } from '../outline/readRuns.js';
import type { Show } from '../show/show.js';
import { lazily } from '../text/lazily.js';
import { Lines } from '../text/lines.js';
import { oncePer } from '../text/oncePer.js';
import { contains, type Span, span } from '../text/span.js';
import { collectLinks } from './collectLinks.js';
import type { Chapter, Episode } from './episode.js';
import { findVideo } from './findVideo.js';
import { type FieldLine, fieldLines } from './headerLines.js';
import { parseChapters } from './parseChapters.js';
import { findDate, findHosts } from './parseHeader.js';
import { parseSections, sectionKind } from './parseSections.js';
import { findTitle } from './parseTitle.js';

/** What one part of a note says, at its own offsets. */
export interface Reading {
  readonly episode: Episode;
  readonly runs: readonly PlacedRun[];
  /** How many lines end in it. */
  readonly lines: number;
}

interface Asked extends Omit<Reading, 'episode'> {
  readonly lineStarts: Lines;
  readonly headerLines: readonly FieldLine[];
}

/** How parts are read for a show, each once: the first, which holds title and header, and the others. */
export const readersOf = oncePer((show: Show) => ({
  head: oncePer((syntax: NoteSyntax) => read(syntax, show, true)),
  body: oncePer((syntax: NoteSyntax) => read(syntax, show, false)),
}));

function read(syntax: NoteSyntax, show: Show, isHead: boolean): Reading {
  const { text, blocks } = syntax;
  const title = isHead ? findTitle(blocks, text) : null;
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading' && block !== title?.heading);
  const headerStart = title?.heading.end ?? 0;
  const firstSection = headings.find(({ start }) => start >= headerStart);
  const header = isHead ? span(headerStart, firstSection?.start ?? text.length) : span(0, 0);
  const headerBlocks = blocks.filter((block) => contains(header, block));
  const part: Asked = lazily<Asked>({
    runs: () =>
      readRuns(syntax, part.lineStarts, title?.heading ?? null, header, show).map((run) => ({
        run,
        start: 0,
        line: 0,
      })),
    lineStarts: () => new Lines(text),
    lines: () => part.lineStarts.count - 1,
    headerLines: () => fieldLines(headerBlocks, text),
  });
  const episode: Episode = lazily<Episode>({
    syntax: () => syntax,
    title: () => title,
    hosts: () => findHosts(part.headerLines, text, show),
    date: () => findDate(part.headerLines, text),
    video: () => {
      const links = isHead ? episode.links.filter((link) => contains(header, link.span)) : [];
      return findVideo(headerBlocks, links, text);
    },
    sections: () => {
      const kinds = headings.map((heading) => ({ kind: sectionKind(heading.plain), heading }));
      return parseSections(kinds, title?.heading ?? null, text.length);
    },
    chapters: () => {
      const contents = episode.sections.filter(({ kind }) => kind === 'contents').map(({ body }) => body);
      return chaptersWithin(episode, contents.length > 0 ? contents : [header]);
    },
    outline: () => buildOutline(part.runs, text.length),
    longItems: () => [],
    progress: () => sumOf(part.runs.map(({ run }) => run.tasks)),
    links: () => collectLinks(syntax, show),
    header: () => header,
    parts: () => [{ start: 0, end: text.length, episode }],
  });
  return Object.assign(part, { episode });
}

/** The chapters on the lines of some places of a note. */
export function chaptersWithin({ syntax: { text, blocks }, links }: Episode, places: readonly Span[]): Chapter[] {
  const within = blocks.filter((block) => places.some((place) => contains(place, block)));
  return parseChapters(fieldLines(within, text), links, text);
}
