import assert from 'node:assert/strict';
import { findIndexFaults, mendIndex } from '../../../../src/core/archive/mendIndex.js';
import { archiveOf } from '../../../support/archiveOf.js';

const line = (number: number, title = `T${number}`): string =>
  `- [00${number}: ${title}](episodes/00${number}/README.md)`;
const notes = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [number, `# Episode ${number} : T${number}`]));

const check = (index: string, faults: string[], mended: string): void => {
  const archive = archiveOf(notes, { index });
  const found = findIndexFaults(archive);
  assert.deepEqual(
    found.map(({ kind, number }) => `${kind} ${number}`),
    faults,
  );
  const after = mendIndex(archive, found);
  assert.equal(after, mended);
  assert.deepEqual(findIndexFaults(archiveOf(notes, { index: after })), []);
};
const all = ['# Playlist', '', line(5), line(4), line(3), line(2), line(1), ''].join('\n');

suite('the index', () => {
  test('is left alone where nothing is wrong, whatever its titles', () => {
    check(all, [], all);
    const other = all.replace('T3', 'Another title');
    check(other, [], other);
  });
  test('a missing line comes in its place, with the note’s title', () => {
    check(all.replace(`${line(3)}\n`, ''), ['missing 3'], all);
    check(all.replace(`${line(5)}\n`, ''), ['missing 5'], all);
    check(all.replace(`${line(1)}\n`, ''), ['missing 1'], all);
    check(all.replace(`${line(1)}\n`, '').trimEnd(), ['missing 1'], all.trimEnd());
  });
  test('a dead target becomes the note’s, its title stays', () =>
    check(
      all.replace('episodes/002/README.md', 'episodes/002/README.me').replace('T2', 'X'),
      ['dead 2'],
      all.replace('T2', 'X'),
    ));
  test('the line of an episode without a note is taken out; one that leads elsewhere stays', () => {
    check(all.replace('# Playlist\n\n', `# Playlist\n\n${line(9)}\n`), ['orphan 9'], all);
    const elsewhere = all.replace('# Playlist\n\n', '# Playlist\n\n- [009: T](https://example.com/9)\n');
    check(elsewhere, [], elsewhere);
  });
  test('a line below an older one moves up', () =>
    check(all.replace(`${line(4)}\n${line(3)}\n`, `${line(3)}\n${line(4)}\n`), ['order 4'], all));
  test('only what was chosen is mended, in CRLF too', () => {
    const index = all
      .replaceAll('\n', '\r\n')
      .replace(`${line(3)}\r\n`, '')
      .replace('001/README.md', '001/R.md');
    const archive = archiveOf(notes, { index });
    const [missing] = findIndexFaults(archive);
    assert.equal(
      mendIndex(archive, missing ? [missing] : []),
      all.replaceAll('\n', '\r\n').replace('001/README.md', '001/R.md'),
    );
  });
  test('several faults are mended at once, each line where it belongs', () => {
    const mixed = ['# Playlist', '', line(2), line(9), line(4), '- [001: T1](episodes/001/R.md)', ''].join('\n');
    check(mixed, ['missing 5', 'missing 3', 'orphan 9', 'dead 1', 'order 9', 'order 4'], all);
    check(
      ['# Playlist', '', line(1), line(2), line(3), line(4), line(5)].join('\n'),
      ['order 2', 'order 3', 'order 4', 'order 5'],
      all,
    );
    check('# Playlist\n', ['missing 5', 'missing 4', 'missing 3', 'missing 2', 'missing 1'], all);
  });
  test('an index that is upside down is turned at once, however long', () => {
    const numbers = Array.from({ length: 1500 }, (_, at) => at + 1);
    const many = Object.fromEntries(numbers.map((number) => [number, `# Episode ${number} : T`]));
    const lineOf = (number: number): string => {
      const name = String(number).padStart(3, '0');
      return `- [${name}: T](episodes/${name}/README.md)`;
    };
    const index = `# Playlist\n\n${numbers
      .filter((number) => number % 3 > 0)
      .map(lineOf)
      .join('\n')}\n`;
    const archive = archiveOf(many, { index });
    const after = mendIndex(archive, findIndexFaults(archive));
    assert.equal(after, `# Playlist\n\n${numbers.reverse().map(lineOf).join('\n')}\n`);
  }).timeout(30_000);
  test('a show without an index has none to mend', () => assert.deepEqual(findIndexFaults(archiveOf(notes)), []));
});
