import assert from 'node:assert/strict';
import { buildArchive } from '../../src/core/archive/buildArchive.js';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import type { Facts, RuleExample } from '../../src/core/diagnostics/rule.js';
import { parseEpisode } from '../../src/core/episode/parseEpisode.js';
import { type Show, TGIK } from '../../src/core/show/show.js';
import { mark, readMarked } from './markedText.js';

const UNASKED = { status: null, permanent: false, attempts: 2, title: null, checkedAt: 0 };

/** What rules may know of an example: the show is its note and `others`, the files are theirs. */
export function factsOf({ text, path = null, others = {}, verdicts = {} }: ExampleNote, show: Show = TGIK): Facts {
  const notes = new Map(Object.entries(others));
  const isIndex = path === show.index;
  if (path !== null && !isIndex) notes.set(path, text);
  const folders = [...notes.keys()].map((one) => one.split('/').at(-2) ?? '');
  const known = path !== null || notes.size > 0;
  const archive = known ? buildArchive(show, { notes, folders, index: isIndex ? text : null, template: null }) : null;
  return {
    show,
    episode: parseEpisode(text, show),
    path,
    archived: archive?.episodes.find((one) => one.path === path) ?? null,
    archive,
    ...(isIndex && archive?.index ? { index: archive.index } : {}),
    fileExists: (file) => (path === null ? undefined : notes.has(file)),
    verdictOf: (url) => {
      const told = verdicts[url];
      return told && { ...UNASKED, ...told, url };
    },
  };
}

/** A rule's example, or one whose note is in no show. */
export interface ExampleNote extends Omit<RuleExample, 'path'> {
  readonly path?: string | null;
}

/** Whether `code` is found exactly where the example marks it. */
export function checkRule(code: string, example: RuleExample): void {
  const { text } = readMarked(example.text);
  const found = computeProblems(factsOf({ ...example, text })).filter((problem) => problem.code === code);
  const spans = found.map(({ span }) => span);
  assert.equal(mark(text, spans), example.text);
}

/** Whether the visible problems of a note (errors and warnings) are exactly these, `code: what is underlined`. */
export function checkProblems(
  text: string,
  expected: readonly string[],
  example: Omit<ExampleNote, 'text'> = {},
): void {
  const found = computeProblems(factsOf({ ...example, text })).filter(({ severity }) => /error|warning/.test(severity));
  assert.deepEqual(
    found.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`),
    expected,
  );
}
