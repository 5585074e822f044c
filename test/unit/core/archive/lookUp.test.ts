import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Archive } from '../../../../src/core/archive/archive.js';
import { datedAround, episodeAt, episodeOf } from '../../../../src/core/archive/lookUp.js';
import { computeProblems } from '../../../../src/core/diagnostics/computeProblems.js';
import { notePath, TGIK } from '../../../../src/core/show/show.js';
import { partitionPoint } from '../../../../src/core/text/partitionPoint.js';
import { archiveOf } from '../../../support/archiveOf.js';

const dated = (date: string): string => `# T\n\n- Recording date: ${date}\n`;

suite('looking notes up', () => {
  test('by path and by number; of several with a number the first', () => {
    const archive = archiveOf({ 1: '# A', 2: '# Episode 007 : B', 7: '# C' });
    assert.equal(episodeAt(archive, notePath(TGIK, 7))?.title, 'C');
    assert.equal(episodeAt(archive, 'elsewhere.md'), undefined);
    assert.equal(episodeAt(archive, null), undefined);
    assert.equal(episodeOf(archive, 2)?.title, 'B');
    assert.equal(episodeOf(archive, null), undefined);
    const two = { ...archive, episodes: archive.episodes.map((one) => ({ ...one, number: 1 })) };
    assert.equal(episodeOf(two, 1), two.episodes[0]);
  });

  test('dated episodes around a number, nearest first, without the number itself', () => {
    const around = (archive: Archive, number: number) => {
      const { next, before } = datedAround(archive, number);
      return [next?.number, before.map((one) => one.number)];
    };
    const archive = archiveOf({
      1: dated('2019-01-04'),
      2: '# undated',
      3: dated('2019-01-18'),
      4: dated('2019-01-25'),
      6: dated('2019-02-08'),
    });
    assert.deepEqual(around(archive, 4), [6, [3, 1]]);
    assert.deepEqual(around(archive, 5), [6, [4, 3]]);
    assert.deepEqual(around(archive, 9), [undefined, [6, 4]]);
    assert.deepEqual(around(archive, 1), [3, []]);
  });

  test('judging every note of a show asks each of the others a fixed number of times', () => {
    const [few, many] = [readsWhileJudging(60), readsWhileJudging(240)];
    assert.ok(few > 0);
    assert.ok(many < few * 5, `${few} reads of 60 notes, ${many} of 240`);
  });
});

suite('the partition point', () => {
  test('is the length of the front that holds', () =>
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (values, limit) => {
        const sorted = values.toSorted((a, b) => a - b);
        const found = partitionPoint(sorted.length, (at) => (sorted[at] ?? 0) < limit);
        return found === sorted.filter((one) => one < limit).length;
      }),
    ));
});

/** How often notes and numbers of the archive are read while each of its notes is judged once. */
function readsWhileJudging(count: number): number {
  let reads = 0;
  const archive = countingReads(archiveOf(showOf(count)), () => {
    reads += 1;
  });
  for (const archived of [...archive.episodes]) {
    const { path } = archived;
    const episode = notes(archive).get(path);
    assert.ok(episode);
    computeProblems({ show: TGIK, episode, path, archived, archive, fileExists: () => true });
  }
  return reads;
}

const notes = (archive: Archive) => (archive as ReturnType<typeof archiveOf>).notes;

/** Notes that each ask the archive for all a note can: neighbours, videos, anchors, numbers, notes by path. */
const showOf = (count: number): Record<number, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const video = String(at).padStart(11, 'v');
      const text =
        `# T\n\n- Recording date: 10/${(at % 28) + 1}/2019\n- Video: https://youtu.be/${video}\n\n## Show Notes\n\n` +
        `- [a](../${at + 1}/README.md#nowhere) [b](https://tgik.io/${at + 1}) [c](https://tgik.io/${count + 9})\n` +
        `- https://github.com/ada/show/blob/master/${notePath(TGIK, at + 1)}\n`;
      return [at + 1, text];
    }),
  );

function countingReads<Known extends Archive>(archive: Known, read: () => void): Known {
  const episodes = new Proxy(archive.episodes, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) read();
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  class Counting extends Map<number, string> {
    override *keys(): MapIterator<number> {
      for (const key of super.keys()) {
        read();
        yield key;
      }
    }
  }
  return { ...archive, episodes, usedNumbers: new Counting(archive.usedNumbers) };
}
