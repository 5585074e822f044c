import { parseMarkdown } from '../markdown/parseMarkdown.js';
import type { NoteSyntax } from '../markdown/syntax.js';
import { buildOutline } from '../outline/buildOutline.js';
import { countTasks } from '../outline/progress.js';
import { type Show, TGIK } from '../show/show.js';
import { contains, span } from '../text/span.js';
import { collectLinks } from './collectLinks.js';
import type { Episode } from './episode.js';
import { findVideo } from './findVideo.js';
import { fieldLines } from './headerLines.js';
import { parseChapters } from './parseChapters.js';
import { findDate, findHosts } from './parseHeader.js';
import { parseSections } from './parseSections.js';
import { findTitle } from './parseTitle.js';

/** Reads one note. Never throws: what is missing is null or empty. */
export const parseEpisode = (text: string, show: Show = TGIK): Episode => readEpisode(parseMarkdown(text), show);

/** The same from a syntax already at hand. */
export function readEpisode(syntax: NoteSyntax, show: Show): Episode {
  const { text, blocks } = syntax;
  const title = findTitle(blocks, text);
  const sections = parseSections(blocks, title?.heading ?? null, text.length);
  const headerStart = title?.heading.end ?? 0;
  const firstSection = sections.find((section) => section.heading.start >= headerStart);
  const header = span(headerStart, firstSection?.heading.start ?? text.length);

  const headerBlocks = blocks.filter((block) => contains(header, block));
  const headerLines = fieldLines(headerBlocks, text);
  const links = collectLinks(syntax, show);
  const headerLinks = links.filter((link) => contains(header, link.span));

  const contents = sections.filter((section) => section.kind === 'contents');
  const chapterBlocks =
    contents.length > 0 ? blocks.filter((block) => contents.some(({ body }) => contains(body, block))) : headerBlocks;
  const hosts = findHosts(headerLines, text, show);
  const date = findDate(headerLines, text);
  const outline = buildOutline(syntax, title?.heading ?? null, header, show);
  return {
    syntax,
    title,
    hosts,
    date,
    video: findVideo(headerBlocks, headerLinks, text),
    sections,
    chapters: parseChapters(fieldLines(chapterBlocks, text), links, text),
    outline,
    progress: countTasks(outline),
    links,
    header,
  };
}
