import { parseIndex } from '../archive/parseIndex.js';
import { parseEpisode } from '../episode/parseEpisode.js';
import type { OutlineItem } from '../outline/outline.js';
import { lineEnd, lineEndOf, lineStart } from '../text/lines.js';
import { applyEdits, contains, span, type TextEdit } from '../text/span.js';
import { computeProblems } from './computeProblems.js';
import type { Facts, Problem } from './rule.js';

/** Comments that would keep one problem quiet; null where none can without changing what the note says. */
export interface SuppressingEdits {
  readonly line: TextEdit | null;
  readonly file: TextEdit | null;
}

/**
 * Where to write a comment that keeps `problem` quiet: above its line, else at the line's end; and at the note's end.
 * Each is tried first: Markdown must read the same outline around it, and no other problem may come.
 */
export function suppressingEdits(facts: Facts, problem: Problem): SuppressingEdits {
  const { text } = facts.episode.syntax;
  const { code } = problem;
  const newLine = lineEndOf(text);
  const start = lineStart(text, problem.span.start);
  const end = lineEnd(text, problem.span.start);
  const indent = /^\s*/.exec(text.slice(start, end))?.[0] ?? '';
  const insert = (at: number, newText: string): TextEdit => ({ span: span(at, at), newText });
  const above = insert(start, `${indent}<!-- tgik-disable-next-line ${code} -->${newLine}`);
  const behind = insert(end, `${/\s$/.test(text.slice(start, end)) ? '' : ' '}<!-- tgik-disable-line ${code} -->`);
  const gap = /(?:^|[\r\n])$/.test(text) ? newLine : newLine + newLine;
  const last = insert(text.length, `${gap}<!-- tgik-disable-file ${code} -->${newLine}`);
  return {
    line: [above, behind].find((edit) => isSound(facts, problem, edit)) ?? null,
    file: isSound(facts, problem, last) ? last : null,
  };
}

function isSound(facts: Facts, problem: Problem, edit: TextEdit): boolean {
  const { text } = facts.episode.syntax;
  const episode = parseEpisode(applyEdits(text, [edit]), facts.show);
  if (shapeOf(episode.outline) !== shapeOf(facts.episode.outline)) return false;
  const before = computeProblems(facts);
  const after = computeProblems(withText(facts, episode));
  const count = (problems: typeof before, code: string): number => problems.filter((one) => one.code === code).length;
  return (
    count(after, problem.code) < count(before, problem.code) &&
    after.every(({ code }) => count(after, code) <= count(before, code))
  );
}

/** The same facts with another text of the note or index. */
export function withText(facts: Facts, episode: Facts['episode']): Facts {
  if (!facts.index) return { ...facts, episode };
  const index = parseIndex(episode.syntax.text);
  return { ...facts, episode, index, archive: facts.archive && { ...facts.archive, index } };
}

const shapeOf = (items: readonly OutlineItem[]): string =>
  JSON.stringify(items, (key, value) => (/^(?:line|span|box|content|stamp)$/.test(key) ? undefined : value));

/** `https://example.com/*` for a problem in a link to that host; null for all else. */
export function urlPatternFor({ episode }: Facts, problem: Problem): string | null {
  if (!problem.code.startsWith('link.')) return null;
  const link = episode.links.find((one) => contains(one.span, problem.span));
  const host = link && /^https?:\/\/[^/?#\s]+(?=\/)/i.exec(link.url)?.[0];
  return host ? `${host}/*` : null;
}
