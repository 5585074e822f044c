import type { Episode } from '../episode/episode.js';
import { partAt, perPart } from '../episode/perPart.js';
import type { Block } from '../markdown/syntax.js';
import { inlinesOf, walkBlocks, walkInlines } from '../markdown/visit.js';
import { behindLine, lineEnd, lineStart } from '../text/lines.js';
import { contains, type Span, slice, span } from '../text/span.js';
import type { Facts, Problem } from './rule.js';

/** `<!-- tgik-disable-next-line link.tracking -- the sponsor counts -->`, also `-line` and `-file`. */
export interface Suppression {
  /** The whole comment. */
  readonly span: Span;
  /** Where problems are kept quiet. */
  readonly covers: Span;
  readonly codes: readonly SuppressedCode[];
}

export interface SuppressedCode {
  readonly code: string;
  readonly span: Span;
}

const OPENING = /<!--\s*tgik-disable-(next-line|line|file)(?![\w-])/g;
const REASON = /\s--\s[\s\S]*$/;

/** The comments of a note that keep problems quiet. Comments inside code are none. */
export const findSuppressions = (episode: Episode): readonly Suppression[] =>
  commentsOf(episode).map(({ span, codes, where }) => {
    return { span, covers: coveredBy(where, span, episode.syntax.text), codes };
  });

type Comment = Omit<Suppression, 'covers'> & { readonly where: string };

const commentsOf = perPart(({ syntax: { text, blocks } }: Episode): readonly Comment[] =>
  htmlOf(blocks).flatMap((html) =>
    commentsIn(slice(text, html)).map(({ where, start, wordsAt: at, words }): Comment => {
      const wordsAt = html.start + at;
      const whole = span(html.start + start, wordsAt + words.length + '-->'.length);
      const codes = [...` ${words} `.replace(REASON, '').matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
        code,
        span: span(wordsAt + index - 1, wordsAt + index - 1 + code.length),
      }));
      return { span: whole, where, codes };
    }),
  ),
);

/** `<!-- tgik-disable-line codes -- why -->`: each runs to the next `-->`. */
function commentsIn(html: string): { where: string; start: number; wordsAt: number; words: string }[] {
  const found = [];
  let end = 0;
  for (const { 0: opening, 1: where = '', index: start } of html.matchAll(OPENING)) {
    if (start < end) continue;
    const wordsAt = start + opening.length;
    const closing = html.indexOf('-->', wordsAt);
    if (closing < 0) break;
    found.push({ where, start, wordsAt, words: html.slice(wordsAt, closing) });
    end = closing + '-->'.length;
  }
  return found;
}

function htmlOf(blocks: readonly Block[]): Span[] {
  return walkBlocks(blocks).flatMap((block): readonly Span[] =>
    block.kind === 'html' ? [block] : walkInlines(inlinesOf(block)).filter((inline) => inline.kind === 'htmlInline'),
  );
}

function coveredBy(where: string, comment: Span, text: string): Span {
  if (where === 'file') return span(0, text.length);
  const start = where === 'line' ? lineStart(text, comment.start) : behindLine(text, comment.end);
  return span(start, lineEnd(text, start));
}

/** Whether a problem begins where `suppression` looks, and is named by it. */
export const suppresses = ({ covers, codes }: Suppression, problem: Problem): boolean =>
  contains(covers, span(problem.span.start, problem.span.start)) && codes.some(({ code }) => code === problem.code);

/** Whether a link problem speaks of a URL that the show ignores: `*` stands for anything. */
export function isIgnoredUrl({ show, episode }: Facts, { code, span: at }: Problem): boolean {
  if (show.ignoreUrls.length === 0 || !code.startsWith('link.')) return false;
  const { start, episode: part } = partAt(episode, at.start);
  const here = span(at.start - start, at.end - start);
  return part.links.some(
    (link) => contains(link.span, here) && show.ignoreUrls.some((pattern) => matchesUrl(pattern, link.url)),
  );
}

/** `https://example.com/*`: the whole URL, `*` for any characters. Takes time in proportion to the URL. */
export function matchesUrl(pattern: string, url: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return url === pattern;
  const last = rest.pop() ?? '';
  if (!url.startsWith(first) || url.length < first.length + last.length || !url.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = url.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= url.length - last.length;
}
