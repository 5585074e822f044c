import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  areSameFiles,
  buildArchive,
  nextNumber,
  standaloneEpisode,
} from '../../../../src/core/archive/buildArchive.js';
import { summarizeNote } from '../../../../src/core/archive/noteSummary.js';
import { parseIndex } from '../../../../src/core/archive/parseIndex.js';
import { findOpenSeries, findPreviousEpisode, seriesForTitle } from '../../../../src/core/archive/previousEpisode.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { slice } from '../../../../src/core/text/span.js';
import { archiveOf } from '../../../support/archiveOf.js';
import { sharedFolder } from '../../../support/shared.js';

suite('the archive', () => {
  test('is newest first, numbered by folder, then by title', () => {
    const archive = archiveOf({ 2: '# Episode 200 : B', 10: '# A', 1: '# C' });
    assert.deepEqual(
      archive.episodes.map(({ number, title }) => [number, title]),
      [
        [10, 'A'],
        [2, 'B'],
        [1, 'C'],
      ],
    );
    assert.equal(standaloneEpisode('notes.md', parseEpisode('# Episode 7 : S : t'), TGIK).number, 7);
  });

  test('is the same as long as none of its files has changed', () => {
    const note = summarizeNote(parseEpisode('# Episode 1 : A'));
    const files = { notes: new Map([['1.md', note]]), folders: ['1'], index: null, template: null };
    assert.ok(areSameFiles(files, { ...files, notes: new Map(files.notes), folders: ['1'] }));
    for (const other of [
      { notes: new Map([['1.md', { ...note }]]) },
      { notes: new Map([['2.md', note]]) },
      { notes: new Map([...files.notes, ['2.md', note]] as const) },
      { folders: ['1', '2'] },
      { index: parseIndex('- [1: A](1.md)') },
      { template: '# T' },
    ])
      assert.ok(!areSameFiles(files, { ...files, ...other }), JSON.stringify(other));
  });

  test('a title’s segment is a series only where another shares it', () => {
    const archive = archiveOf({
      1: '# Episode 1 : Grokking : kubelet',
      2: '# Episode 2 : K8s: up and running',
      3: '# Episode 3 : grokking:  proxy',
      4: '# Solo',
    });
    assert.deepEqual(
      archive.episodes.map(({ series, topic }) => [series, topic]),
      [
        [null, null],
        ['grokking', 'proxy'],
        [null, null],
        ['Grokking', 'kubelet'],
      ],
    );
  });
  test('a continuation shares the series of what it continues', () => {
    const archive = archiveOf({
      1: '# Minecraft Controller with Kubebuilder',
      2: '# Continuing Minecraft Controller',
      3: '# Vault',
      4: '# Vault Part 2',
      5: '# Vaulting',
    });
    assert.deepEqual(
      archive.episodes.map(({ series }) => series),
      [null, 'Vault', 'Vault', 'Minecraft Controller', 'Minecraft Controller'],
    );
  });

  test('a number is used by a folder, a title or the index, and gaps are never filled', () => {
    const archive = buildArchive(TGIK, {
      notes: new Map([['episodes/003/README.md', '# Episode 4 : A']]),
      folders: ['003', '007', 'draft'],
      index: '# Index\n\n- [009: X](episodes/009/README.md)\n',
      template: null,
    });
    assert.deepEqual([...archive.usedNumbers.keys()].sort(), [3, 4, 7, 9]);
    assert.equal(nextNumber(archive), 10);
  });

  test('the index gives number, title and target with their places', () => {
    const text =
      '# Index\r\n\r\n* [099: Grokking: kube : Part 1/2](episodes/099/README.md) new\r\n- words\r\n- [Talk](x.md)\r\n';
    const { entries } = parseIndex(text);
    assert.deepEqual(
      entries.map(({ number, title, target }) => [number, title, target]),
      [
        [99, 'Grokking: kube : Part 1/2', 'episodes/099/README.md'],
        [null, 'Talk', 'x.md'],
      ],
    );
    assert.equal(
      entries[0] && slice(text, entries[0].line),
      '* [099: Grokking: kube : Part 1/2](episodes/099/README.md) new',
    );
    assert.equal(entries[0]?.numberSpan && slice(text, entries[0].numberSpan), '099');
  });
});

suite('the previous episode', () => {
  const archive = archiveOf({
    1: '# Episode 1 : Grokking : kubelet\n\n- [ ] a',
    2: '# Episode 2 : Vault\n\n- [x] b',
    3: '# Episode 3 : Grokking : proxy\n\n- [x] a\n- [ ] c',
    4: '# Episode 4 : Helm',
  });
  const previous = (title: string): number | null | undefined =>
    findPreviousEpisode(archive, seriesForTitle(archive, title.split(' : ')))?.number;
  test('is the newest of the same series, not N−1', () => assert.equal(previous('Grokking : scheduler'), 3));
  test('is the newest with an outline where there is no series', () => assert.equal(previous('Something new'), 3));
  test('is that of a series only one note stands for yet', () =>
    assert.equal(
      findPreviousEpisode(archiveOf({ 1: '# Episode 1 : Bread : rye\n\n- [ ] a', 2: '# Other\n\n- [ ] b' }), 'Bread')
        ?.number,
      1,
    ));
  test('is none in an archive without outlines', () =>
    assert.equal(findPreviousEpisode(archiveOf({ 1: '# A' }), null), undefined));
  test('goes on with the newest series that has open topics', () => assert.equal(findOpenSeries(archive), 'Grokking'));
});

suite('the real archive', () => {
  test('has 99 notes, four with the series Grokking Kubernetes before its fifth', function () {
    const folder = sharedFolder('archive');
    if (!folder) this.skip();
    const numbers = fs.readdirSync(path.join(folder, 'episodes')).filter((name) => /^\d+$/.test(name));
    const notes = new Map(
      numbers.map((number) => [
        `episodes/${number}/README.md`,
        fs.readFileSync(path.join(folder, 'episodes', number, 'README.md'), 'utf8'),
      ]),
    );
    const archive = buildArchive(TGIK, {
      notes,
      folders: numbers,
      index: fs.readFileSync(path.join(folder, 'playlist.md'), 'utf8'),
      template: null,
    });
    assert.equal(archive.episodes.length, 99);
    assert.deepEqual(
      archive.episodes.filter(({ series }) => series === 'Grokking Kubernetes').map(({ number }) => number),
      [99, 96, 93, 90, 86],
    );
    assert.equal(archive.episodes.filter(({ date }) => date === null).length, 1);
    assert.equal(archive.episodes.filter(({ videoId }) => videoId === null).length, 3);
    assert.equal(archive.episodes.filter(({ hosts }) => hosts.length === 0).length, 0);
    assert.equal(nextNumber(archive), 100);
  }).timeout(20_000);
});
