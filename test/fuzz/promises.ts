import assert from 'node:assert/strict';
import type { ArchiveWithNotes } from '../../src/core/archive/archive.js';
import { buildArchive } from '../../src/core/archive/buildArchive.js';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import type { Facts } from '../../src/core/diagnostics/rule.js';
import type { Episode } from '../../src/core/episode/episode.js';
import { inlinesOf, walkBlocks, walkInlines } from '../../src/core/markdown/visit.js';
import { carryInto } from '../../src/core/newEpisode/carryInto.js';
import { planNewEpisode } from '../../src/core/newEpisode/planNewEpisode.js';
import { walkOutline } from '../../src/core/outline/progress.js';
import { destinationOf, moveItem, removeItem } from '../../src/core/outline/rearrange.js';
import { setBox } from '../../src/core/outline/toggleBox.js';
import { addItem, rewordItem } from '../../src/core/outline/writeItem.js';
import { computeFixes } from '../../src/core/quickFixes/index.js';
import { TGIK } from '../../src/core/show/show.js';
import { applyEdits, type Span } from '../../src/core/text/span.js';

const PATH = 'episodes/010/README.md';
const MODES = ['coverage', 'open', 'fresh', 'none'] as const;
const TARGET = '# Episode 011 : A : b\n\n## Show Notes\n\n- [ ] a\n  - [x] b\n';

/** What rules may know of `text` as the note of episode 10. */
export function readAny(text: string): Facts {
  const notes = new Map([[PATH, text]]);
  const archive = buildArchive(TGIK, { notes, folders: ['010', '009'], index: text, template: text });
  const archived = archive.episodes.find((one) => one.path === PATH);
  const episode = archive.notes.get(PATH);
  assert.ok(archived && episode);
  return { show: TGIK, episode, path: PATH, archived, archive, fileExists: () => false };
}

const assertInside = (text: string, { start, end }: Span, what: string): void =>
  assert.ok(0 <= start && start <= end && end <= text.length, `${what} at ${start}–${end} of ${text.length}`);

/** Every range the parser gives lies inside the text. */
function parserKeepsInside({ episode }: Facts): void {
  const { text, blocks } = episode.syntax;
  for (const block of walkBlocks(blocks)) {
    assertInside(text, block, block.kind);
    for (const inline of walkInlines(inlinesOf(block))) assertInside(text, inline, inline.kind);
  }
  for (const link of episode.links) assertInside(text, link.span, 'link');
  for (const section of episode.sections) assertInside(text, section.span, 'section');
  for (const item of walkOutline(episode.outline)) {
    assertInside(text, item.span, 'item');
    assertInside(text, item.content, 'content');
  }
}

/** Every problem lies inside the text; every fix applies and changes it. */
function fixesApply(facts: Facts): void {
  const { text } = facts.episode.syntax;
  for (const problem of computeProblems(facts)) {
    const { start, end } = problem.span;
    assert.ok(0 <= start && start < end && end <= text.length, `${problem.code} at ${start}–${end}`);
    for (const { edits } of computeFixes(facts, problem)) assert.notEqual(applyEdits(text, edits), text, problem.code);
  }
}

/** Every edit of the outline applies; a tick changes one character of one box. */
function outlineEditsApply({ episode, show }: Facts): void {
  const { text } = episode.syntax;
  const items = [...walkOutline(episode.outline)];
  for (const item of items) {
    const tick = setBox(item, item.checked !== true);
    if (!tick) continue;
    const after = applyEdits(text, [tick]);
    assert.equal(after.length, text.length);
    assert.match(text.slice(tick.span.start - 1, tick.span.end + 1), /^\[[ xX\t\r\n]\]$/);
  }
  for (const item of pick(items)) {
    for (const move of ['up', 'down', 'indent', 'outdent'] as const) {
      const to = destinationOf(episode, item, move);
      if (to) applyEdits(text, moveItem(episode, show, item, to.target, to.where) ?? []);
    }
    applyEdits(text, removeItem(episode, show, item) ?? []);
    applyEdits(text, addItem(episode, show, item, 'inside', 'new') ?? []);
    const reworded = rewordItem(episode, show, item, 'other *words*');
    if (reworded) applyEdits(text, [reworded]);
  }
}

/** Two of many: edits read the whole note again. */
const pick = <T>(items: readonly T[]): T[] =>
  items.length <= 2 ? [...items] : [items[items.length >> 1] as T, items[items.length - 1] as T];

/** A plan never touches the old note and creates one that can be read; carrying into a note adds only. */
function carryOverHolds({ archive, episode, show }: Facts): void {
  assert.ok(archive);
  const { text } = episode.syntax;
  const carry = MODES[text.length % MODES.length] ?? 'coverage';
  const plan = planNewEpisode(archive as ArchiveWithNotes, { from: 10, carry, title: 'A : b' }, '2020-01-03');
  if (plan.kind === 'plan') {
    assert.ok(
      plan.files.every((file) => file.path !== PATH),
      'the old note is left alone',
    );
    const note = plan.files[0];
    assert.ok(note && note.before === null);
    assert.ok(0 <= plan.cursor && plan.cursor <= note.after.length, 'the cursor lies inside the note');
  }
  const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);
  const carried = new Set(linesOf(carryInto(TARGET, episode, show).text));
  for (const line of linesOf(TARGET)) assert.ok(carried.has(line), `the line “${line}” stays`);
}

export const promises: Readonly<Record<string, (facts: Facts) => void>> = {
  parserKeepsInside,
  fixesApply,
  outlineEditsApply,
  carryOverHolds,
};

/** Asks every promise of one text. Throws where one is broken. */
export function keepPromises(text: string): Episode {
  const facts = readAny(text);
  for (const promise of Object.values(promises)) promise(facts);
  return facts.episode;
}
