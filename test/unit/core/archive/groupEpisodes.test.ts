import assert from 'node:assert/strict';
import { groupEpisodes, nextOfSeries } from '../../../../src/core/archive/groupEpisodes.js';
import { archiveOf } from '../../../support/archiveOf.js';

const { episodes } = archiveOf({
  1: '# S : one\n\n- 01/04/2019',
  2: '# Other\n\n- 01/03/2020',
  3: '# T : one',
  4: '# S : two\n\n- 01/10/2020',
  5: '# T : two\n\n- 01/17/2020',
});
const groups = (by: 'series' | 'year' | 'flat') =>
  groupEpisodes(episodes, by).map(({ name, episodes: members }) => [name, members.map(({ number }) => number)]);

suite('the archive in groups', () => {
  test('by series, the one told last first, loners last', () =>
    assert.deepEqual(groups('series'), [
      ['T', [5, 3]],
      ['S', [4, 1]],
      [null, [2]],
    ]));
  test('by year', () =>
    assert.deepEqual(groups('year'), [
      ['2020', [5, 4, 2]],
      ['2019', [1]],
      [null, [3]],
    ]));
  test('flat', () => assert.deepEqual(groups('flat'), [[null, [5, 4, 3, 2, 1]]]));
  test('knows the next of a series', () => {
    const next = (number: number) =>
      nextOfSeries(episodes, episodes.find((one) => one.number === number) ?? assert.fail())?.number;
    assert.deepEqual([next(1), next(4), next(2), next(3)], [4, undefined, undefined, 5]);
  });
});
