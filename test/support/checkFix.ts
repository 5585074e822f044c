import assert from 'node:assert/strict';
import { archiveOfNotes } from '../../src/core/archive/buildArchive.js';
import { type ComputedProblem, computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import type { Facts, QuickFix } from '../../src/core/diagnostics/rule.js';
import { parseEpisode } from '../../src/core/episode/parseEpisode.js';
import { computeFixes } from '../../src/core/quickFixes/index.js';
import { applyEdits } from '../../src/core/text/span.js';
import { factsOf } from './checkRule.js';
import { readMarked } from './markedText.js';

/** The same facts with another text of the note. */
export function factsWith(facts: Facts, text: string): Facts {
  const episode = parseEpisode(text, facts.show);
  if (!facts.archive || facts.path === null) return { ...facts, episode };
  const { show, index, template } = facts.archive;
  const { notes } = facts.archive as ReturnType<typeof archiveOfNotes>;
  if (facts.index) {
    const archive = archiveOfNotes(show, { notes, folders: [], index: text, template });
    return { ...facts, episode, archive, ...(archive.index ? { index: archive.index } : {}) };
  }
  const changed = new Map(notes).set(facts.path, episode);
  const archive = archiveOfNotes(show, { notes: changed, folders: [], index: index?.text ?? null, template });
  return { ...facts, episode, archive, archived: archive.episodes.find((one) => one.path === facts.path) ?? null };
}

/** Applies a fix; the problem must be gone, and no other may have come. Gives the new text. */
export function checkFixed(facts: Facts, problem: ComputedProblem, fix: QuickFix): string {
  const before = computeProblems(facts);
  const text = applyEdits(facts.episode.syntax.text, fix.edits);
  const after = computeProblems(factsWith(facts, text));
  const counts = (problems: readonly ComputedProblem[]): Map<string, number> => {
    const byCode = new Map<string, number>();
    for (const { code } of problems) byCode.set(code, (byCode.get(code) ?? 0) + 1);
    return byCode;
  };
  const [old, now] = [counts(before), counts(after)];
  const where = `${problem.code}: “${fix.title}” gives ${JSON.stringify(text.slice(0, 300))}`;
  assert.ok((now.get(problem.code) ?? 0) < (old.get(problem.code) ?? 0), `the problem is still there — ${where}`);
  for (const [code, count] of now) assert.ok(count <= (old.get(code) ?? 0), `${code} has come — ${where}`);
  return text;
}

/** The texts that the fixes for the first problem of `code` lead to, preferred ones with `! ` before their title. */
export function fixesOf(code: string, text: string, example: Parameters<typeof factsOf>[0] | object = {}): string[][] {
  const facts = factsOf({ ...example, text: readMarked(text).text });
  const problem = computeProblems(facts).find((one) => one.code === code);
  assert.ok(problem, `no ${code} in ${text}`);
  return computeFixes(facts, problem).map((fix) => [
    `${fix.preferred ? '! ' : ''}${fix.title}`,
    checkFixed(facts, problem, fix),
  ]);
}
