import assert from 'node:assert/strict';
import { folderWith, HARBOUR_SHOW, note, path, removeFolders, textOf, tgik } from './support.js';

const LONG = `${note(3, 'Harbour Tour : Quays')}${'words '.repeat(400_000)}`;
const DEEP = `${note(3, 'Harbour Tour : Quays')}\n${'> '.repeat(300)}x\n`;

suite('A note too long or too deep to be read in full', function () {
  this.timeout(20_000);
  teardown(removeFolders);

  for (const [what, text, words] of [['long', LONG, 'it is longer than 2 MiB']] as const) {
    test(`${what}: its outline is refused, and why is said`, async () => {
      const root = await folderWith({ ...HARBOUR_SHOW, [path(3)]: text });
      const { code, out, err } = await tgik(root, 'outline', path(3));
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, new RegExp(`${path(3)} has no outline: ${words}\\.\\n$`));
    });

    test(`${what}: check says so once, and is not content`, async () => {
      const root = await folderWith({ ...HARBOUR_SHOW, [path(3)]: text });
      const { code, err } = await tgik(root, 'check');
      assert.equal(code, 1);
      assert.equal(err, `tgik: ${path(3)} is not read: ${words}.\n`);
    });

    test(`${what}: nothing is carried over from it, and its number is taken`, async () => {
      const root = await folderWith({ ...HARBOUR_SHOW, [path(3)]: text });
      const { code, err } = await tgik(root, 'new', '--from', '3');
      assert.equal(code, 2);
      assert.match(err, new RegExp(`\\ntgik: ${path(3)} is not read: no episode was created\\.\\n$`));
      assert.equal((await tgik(root, 'new', '--from', '1')).code, 0);
      assert.match(await textOf(root, path(4)), /^# Episode 004/);
      assert.equal(await textOf(root, path(3)), text);
    });

    test(`${what}: outside of a show it is told of, too`, async () => {
      const root = await folderWith({ 'some.md': text });
      const { code, err } = await tgik(root, 'check', 'some.md');
      assert.deepEqual([code, err], [1, `tgik: some.md is not read: ${words}.\n`]);
    });
  }

  test('too deep: check says where, and the rest is read', async () => {
    const root = await folderWith({ ...HARBOUR_SHOW, [path(3)]: DEEP });
    const { code, out } = await tgik(root, 'check', path(3));
    assert.equal(code, 1);
    assert.match(out, /episode\.unread/);
    assert.match((await tgik(root, 'outline', path(3))).out, /Quays/);
    assert.equal((await tgik(root, 'new', '--from', '3')).code, 0);
    assert.equal(await textOf(root, path(3)), DEEP);
  });

  test('an index that is too long gets no line', async () => {
    const root = await folderWith({ ...HARBOUR_SHOW, 'playlist.md': 'words '.repeat(400_000) });
    const { code, err } = await tgik(root, 'new');
    assert.equal(code, 2);
    assert.match(err, /playlist\.md cannot be read: no episode was created\. --no-index leaves it alone\.\n$/);
  });
});
