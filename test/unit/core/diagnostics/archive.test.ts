import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { buildArchive } from '../../../../src/core/archive/buildArchive.js';
import { computeProblems } from '../../../../src/core/diagnostics/computeProblems.js';
import type { Facts } from '../../../../src/core/diagnostics/rule.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { Lines } from '../../../../src/core/text/lines.js';
import { factsOf } from '../../../support/checkRule.js';
import { readArchive } from '../../../support/realShow.js';
import { readSeed, sharedFolder } from '../../../support/shared.js';
import baseline from './archive-baseline.json' with { type: 'json' };

interface Place {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const placesOf = (facts: Facts): Place[] => {
  const lines = new Lines(facts.episode.syntax.text);
  return computeProblems(facts)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code, span }) => ({ file: facts.path ?? '', line: lines.positionAt(span.start).line + 1, code }));
};

suite('the real archive', () => {
  const folder = sharedFolder('archive');

  test('has the problems a person has read and found true, and no others', function () {
    if (!folder) return this.skip();
    const places = readArchive(folder).flatMap(placesOf);
    assert.deepEqual(places, baseline);
  });

  test('has every error that is known of it', function () {
    const file = folder && path.join(folder, '../archive-defects.json');
    if (!folder || !file || !fs.existsSync(file)) return this.skip();
    const found = new Set(
      readArchive(folder)
        .flatMap(placesOf)
        .map((place) => `${place.file}:${place.line}`),
    );
    const defects = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      file: string;
      line: number;
      kind: string;
      severity: string;
    }[];
    const missed = defects
      .filter(({ kind, severity }) => severity === 'error' || kind === 'empty-list-item')
      .filter((defect) => !found.has(`${defect.file}:${defect.line}`));
    assert.deepEqual(missed, []);
  });
});

suite('the seeds', () => {
  const folder = sharedFolder('seeds');
  const numbers = ['086', '090', '093', '096', '099'];
  const visible = (facts: Facts) => computeProblems(facts).filter(({ severity }) => /error|warning/.test(severity));

  const checkNoise = (seeds: readonly Facts[]): void => {
    const problems = seeds.map(visible);
    for (const one of problems) assert.ok(one.length <= 3);
    const errors = problems.flatMap((one, at) =>
      one
        .filter(({ severity }) => severity === 'error')
        .map(({ code, span }) => {
          const { line } = new Lines(seeds[at]?.episode.syntax.text ?? '').positionAt(span.start);
          return `${numbers[at]}:${line + 1} ${code}`;
        }),
    );
    assert.deepEqual(errors, ['099:12 link.empty-target']);
  };

  test('show one error and hardly a warning, each on its own', function () {
    if (!folder) return this.skip();
    checkNoise(numbers.map((number) => factsOf({ text: readSeed(folder, number) })));
  });

  test('show the same where the five are the whole show', function () {
    if (!folder) return this.skip();
    const notes = new Map(numbers.map((number) => [`episodes/${number}/README.md`, readSeed(folder, number)]));
    const archive = buildArchive(TGIK, { notes, folders: numbers, index: null, template: null });
    const facts = [...notes].map(
      ([file, text]): Facts => ({
        show: TGIK,
        episode: parseEpisode(text),
        path: file,
        archived: archive.episodes.find((one) => one.path === file) ?? null,
        archive,
        fileExists: (target) => notes.has(target),
      }),
    );
    checkNoise(facts);
  });
});
