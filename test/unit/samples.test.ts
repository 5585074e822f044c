import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { buildArchive } from '../../src/core/archive/buildArchive.js';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import { planNewEpisode, suggestNewEpisode } from '../../src/core/newEpisode/planNewEpisode.js';
import { parseShowFile } from '../../src/core/show/parseShowFile.js';
import { TGIK } from '../../src/core/show/show.js';
import { Lines } from '../../src/core/text/lines.js';

const ROOT = 'samples';
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The faults planted in the notes, and nothing else: file, words, code. */
const FAULTS: readonly (readonly [file: string, words: string, code: string])[] = [
  ['episodes/006/README.md', '[A sundial with a web server(https://example.org/news/sundial)', 'link.missing-bracket'],
  ['episodes/010/README.md', '[example.com](example.com)', 'link.missing-scheme'],
  ['episodes/012/README.md', '![]()', 'link.empty-target'],
];

/** Planted in the index: a line whose note does not exist. */
const INDEX_FAULT = '- [009: Holiday special](episodes/009/README.md)';

const folders = readdirSync(join(ROOT, 'episodes')).sort();
const notes = new Map(folders.map((folder) => [`episodes/${folder}/README.md`, read(`episodes/${folder}/README.md`)]));
const archive = buildArchive(TGIK, { notes, folders, index: read('playlist.md'), template: null });
const newest = archive.episodes[0]!;

suite('The sample show', () => {
  test('has settings that are TGIK’s own', () => {
    const { show, problems } = parseShowFile(read('.tgik.json'));
    assert.deepEqual([show, problems], [TGIK, []]);
  });

  test('has a note in every folder, with title, host and date; dates are Fridays in order', () => {
    assert.equal(archive.episodes.length, 10);
    for (const { path, title, hosts, date, videoId } of archive.episodes) {
      assert.ok(title !== '' && hosts.length > 0 && videoId?.length === 11, path);
      assert.equal(new Date(`${date}T12:00:00Z`).getUTCDay(), 5, `${path}: ${date}`);
    }
    const dates = archive.episodes.map(({ date }) => date ?? '');
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.equal(new Set(archive.episodes.map(({ videoId }) => videoId)).size, archive.episodes.length);
  });

  test('has two series', () => {
    const series = (name: string) =>
      archive.episodes.filter((episode) => episode.series === name).map(({ number, topic }) => [number, topic]);
    assert.deepEqual(series('Home Network from Scratch'), [
      [12, 'router'],
      [8, 'switch'],
      [3, 'cabling'],
    ]);
    assert.deepEqual(series('Reading Packets'), [
      [10, 'DHCP'],
      [7, 'ARP'],
    ]);
  });

  test('has one outline that grows', () => {
    const progress = [3, 8, 12].map((number) => archive.episodes.find((one) => one.number === number)?.progress);
    assert.deepEqual(progress, [
      { done: 7, total: 18 },
      { done: 13, total: 23 },
      { done: 19, total: 32 },
    ]);
    assert.equal(archive.episodes.filter((one) => one.progress.total > 0).length, 3);
    const stamps = [...read(newest.path).matchAll(/ tgik\.io\/\d{3}$/gm)].map(String);
    assert.deepEqual(stamps, [' tgik.io/003', ' tgik.io/008']);
  });

  test('has whitespace-only lines inside its outlines', () => {
    const blank = read(newest.path)
      .split('\n')
      .filter((line) => line !== '' && line.trim() === '');
    assert.deepEqual([...new Set(blank.map(({ length }) => length))].sort(), [14, 4, 8]);
  });

  test('has an index, newest first, whose titles are those of the notes', () => {
    const entries = archive.index?.entries ?? [];
    assert.deepEqual(
      entries.map(({ number }) => number),
      [12, 11, 10, 9, 8, 7, 6, 5, 3, 2, 1],
    );
    for (const { number, title, target } of entries) {
      if (number === 9) continue;
      assert.equal(title, archive.episodes.find((one) => one.path === target)?.title);
    }
  });

  test('has one index line whose note is missing', () => {
    const missing = (archive.index?.entries ?? []).filter(({ target }) => !existsSync(join(ROOT, target)));
    assert.deepEqual(
      missing.map(({ line }) => read('playlist.md').slice(line.start, line.end)),
      [INDEX_FAULT],
    );
  });

  test('goes on with the series and its first open topic', () => {
    const suggestion = suggestNewEpisode(archive, '2024-03-23');
    assert.equal(suggestion.title, 'Home Network from Scratch : wireless');
    assert.deepEqual([suggestion.number, suggestion.date, suggestion.hosts], [13, '2024-03-29', ['@norawires']]);
    const plan = planNewEpisode(archive, {}, '2024-03-23');
    assert.ok(plan.kind === 'plan');
    assert.match(plan.files[0]?.after ?? '', /- \[x\] router tgik\.io\/012\n/);
  });

  test('has a template that a new note can start from', () => {
    const withTemplate = { ...archive, template: read('documentation/template.md') };
    const plan = planNewEpisode(withTemplate, { title: 'Labels', from: null }, '2024-03-23');
    assert.ok(plan.kind === 'plan');
    const note = plan.files[0]?.after ?? '';
    assert.match(note, /^# Episode 013 : Labels\n\n- Hosted by @norawires\n- Recording date: 2024-03-29\n/);
    assert.doesNotMatch(note, /\{\w+\}/);
  });

  test('has exactly the faults that were planted', () => {
    const found = archive.episodes.flatMap((archived) => {
      const { path } = archived;
      const episode = archive.notes.get(path) ?? assert.fail();
      const text = episode.syntax.text;
      const fileExists = (target: string) => existsSync(join(ROOT, posix.normalize(target)));
      return computeProblems({ show: TGIK, episode, path, archived, archive, fileExists })
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ code, span }) => `${path}:${new Lines(text).positionAt(span.start).line + 1} ${code}`);
    });
    const planted = FAULTS.map(([path, words, code]) => {
      const before = read(path).split(words);
      assert.equal(before.length, 2, `${path} holds ${words} once`);
      return `${path}:${before[0]?.split('\n').length} ${code}`;
    });
    assert.deepEqual(found.sort(), planted.sort());
  });
});
