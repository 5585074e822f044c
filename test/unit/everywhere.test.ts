import assert from 'node:assert/strict';
import { findIndexFaults } from '../../src/core/archive/mendIndex.js';
import { isInOtherCase } from '../../src/core/archive/otherCase.js';
import { parseEpisode } from '../../src/core/episode/parseEpisode.js';
import { isNotePath, numberOfPath } from '../../src/core/show/notePattern.js';
import { TGIK } from '../../src/core/show/show.js';
import { pathBelow } from '../../src/core/text/paths.js';
import { KnownFiles } from '../../src/node/noteFacts.js';
import { isWithin } from '../../src/node/readText.js';
import { folderWith, removeFolders } from '../cli/support.js';
import { archiveOf } from '../support/archiveOf.js';

const NOTE = 'episodes/001/README.md';

suite('paths everywhere', () => {
  for (const [root, path, below] of [
    ['/home/ada/show', `/home/ada/show/${NOTE}`, NOTE],
    ['/home/ada/show/', `/home/ada/show/${NOTE}`, NOTE],
    ['/home/ada/show', `/home/ada/show-2/${NOTE}`, null],
    ['/home/ada/show', '/home/ada/show', null],
    ['/', `/${NOTE}`, NOTE],
    ['/c:/Users/Ada/My Show', `/c:/Users/Ada/My Show/${NOTE}`, NOTE],
    ['/c:/Show', `/d:/Show/${NOTE}`, null],
    ['/share/100% #1', `/share/100% #1/${NOTE}`, NOTE],
    ['/größe/日本', `/größe/日本/${NOTE}`, NOTE],
  ] as const) {
    test(`${path} below ${root}`, () => {
      assert.equal(pathBelow(root, path, true), below);
      assert.equal(pathBelow(root, path, false), below);
    });
  }

  test('a drive or a folder in other letters is the same where letters make no difference', () => {
    const [root, path] = ['/c:/Show', `/C:/show/${NOTE}`];
    assert.deepEqual([pathBelow(root, path, false), pathBelow(root, path, true)], [NOTE, null]);
  });

  test('a path of the show has its own letters: notes are told by them', () => {
    assert.ok(isNotePath(TGIK, NOTE));
    assert.ok(!isNotePath(TGIK, 'Episodes/001/readme.md'));
    assert.ok(!isNotePath(TGIK, 'episodes\\001\\README.md'));
    assert.equal(numberOfPath(TGIK, NOTE), 1);
  });

  test('folders with names that begin with dots are inside', () => {
    assert.ok(isWithin('/show', '/show/..notes/a'));
    assert.ok(!isWithin('/show', '/show/../a'));
  });
});

suite('large and small letters', () => {
  suiteTeardown(removeFolders);

  test('a link to a note in other letters is missing, whatever the disk says', async () => {
    const archive = archiveOf({ 1: '# Episode 001 : T', 2: '# Episode 002 : U' });
    assert.deepEqual(
      [NOTE, 'episodes/001/readme.md', 'Episodes/001/README.md', 'PLAYLIST.md', 'other.md'].map((path) =>
        isInOtherCase(archive, path),
      ),
      [false, true, true, true, false],
    );
    // a disk on which both names are there is what one that does not mind looks like
    const root = await folderWith({ [NOTE]: '', 'episodes/001/readme.md': '' });
    const note = '[a](../001/README.md) [b](../001/readme.md)';
    const facts = await new KnownFiles(root).gatherFacts({
      show: TGIK,
      episode: parseEpisode(note),
      path: 'episodes/002/README.md',
      archive,
    });
    assert.deepEqual([facts.fileExists(NOTE), facts.fileExists('episodes/001/readme.md')], [true, false]);
  });

  test('a line of the index in other letters leads to no note', () => {
    const archive = archiveOf({ 1: '# Episode 001 : T' }, { index: '# P\n\n- [001: T](Episodes/001/readme.md)\n' });
    assert.deepEqual(
      findIndexFaults(archive).map(({ kind }) => kind),
      ['dead'],
    );
  });
});
