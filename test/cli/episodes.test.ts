import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith, HARBOUR_SHOW, note, path, removeFolders, tgik, videoId } from './support.js';

const paths = (out: string): string[] => JSON.parse(out).map((head: { path: string }) => head.path);

suite('tgik episodes', () => {
  teardown(removeFolders);

  test('lists the archive as JSON, newest first', async () => {
    const root = await folderWith(HARBOUR_SHOW);
    const { code, out, err } = await tgik(root, 'episodes', '--format', 'json');
    assert.equal(code, 0);
    assert.equal(err, '');
    const json = JSON.parse(out);
    assert.deepEqual(paths(out), [path(3), path(2), path(1)]);
    assert.deepEqual(json[1], {
      path: path(2),
      number: 2,
      title: 'A day of fog',
      series: null,
      topic: null,
      hosts: ['@ada'],
      date: '2024-02-23',
      videoId: videoId(2),
      progress: { done: 0, total: 0 },
    });
    assert.deepEqual(Object.keys(json[0]), Object.keys(json[1]));
  });

  test('lists one line each as text', async () => {
    const { out } = await tgik(await folderWith(HARBOUR_SHOW), 'episodes');
    assert.equal(
      out,
      `003  2024-03-01  3/6      Harbour Tour : Quays
002  2024-02-23           A day of fog
001  2024-02-16  1/2      Harbour Tour : Cranes
`,
    );
  });

  test('never looks deeper than the pattern', async () => {
    const root = await folderWith({
      ...HARBOUR_SHOW,
      'episodes/002/vendor/thing/README.md': '# Not ours',
      'episodes/002/vendor/README.md': '# Not ours either',
      'episodes/README.md': '# Nor this',
      'episodes/004/cover.png': 'image',
    });
    assert.deepEqual(paths((await tgik(root, 'episodes', '--format', 'json')).out), [path(3), path(2), path(1)]);
  });

  for (const [pattern, file] of [
    ['notes/{number}.md', 'notes/007.md'],
    ['ep-{number}/note.md', 'ep-007/note.md'],
    ['notes/ep-{number}-x/a/b.md', 'notes/ep-007-x/a/b.md'],
    ['{number}.md', '007.md'],
  ] as const) {
    test(`finds notes by the pattern ${pattern}`, async () => {
      const root = await folderWith({ '.tgik.json': JSON.stringify({ notes: pattern }), [file]: note(7, 'Seven') });
      const { code, out, err } = await tgik(root, 'episodes', '--format', 'json');
      assert.equal(err, '');
      assert.equal(code, 0);
      assert.deepEqual(paths(out), [file]);
      assert.equal(JSON.parse(out)[0].number, 7);
    });
  }

  test('says what is wrong with .tgik.json and goes on with the defaults', async () => {
    const root = await folderWith({ ...HARBOUR_SHOW, '.tgik.json': '{ "numberWidth": "three", "colour": 1 }' });
    const { code, out, err } = await tgik(root, 'episodes', '--format', 'json');
    assert.equal(code, 0);
    assert.equal(paths(out).length, 3);
    const lines = err.trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.ok(lines.every((line) => line.startsWith('tgik: .tgik.json: ')));
  });

  test('survives a .tgik.json that is no JSON', async () => {
    const root = await folderWith({ ...HARBOUR_SHOW, '.tgik.json': '{ "name": ' });
    const { code, err } = await tgik(root, 'episodes');
    assert.equal(code, 0);
    assert.match(err, /^tgik: \.tgik\.json: Line 1[^\n]*\n$/);
  });

  test('does not follow a symbolic link out of the show', async () => {
    const other = await folderWith({ 'README.md': note(9, 'Secret') });
    const root = await folderWith(HARBOUR_SHOW);
    await symlink(other, join(root, 'episodes/009'));
    const { code, out, err } = await tgik(root, 'episodes', '--format', 'json');
    assert.equal(code, 0);
    assert.ok(!paths(out).includes(path(9)));
    assert.match(err, /^tgik: episodes\/009\/README\.md cannot be read: it lies outside the show\.\n$/);
  });

  test('names a note that cannot be read and lists the others', async () => {
    const root = await folderWith({ ...HARBOUR_SHOW, 'episodes/004/README.md/x': 'a folder of that name' });
    const { code, out, err } = await tgik(root, 'episodes', '--format', 'json');
    assert.equal(code, 0);
    assert.equal(paths(out).length, 3);
    assert.equal(err, 'tgik: episodes/004/README.md cannot be read: it is a folder.\n');
  });

  for (const [what, files] of [
    ['no show', {}],
    ['no notes', { '.tgik.json': '{}' }],
    ['an empty folder of notes', { 'episodes/001/cover.png': 'image' }],
  ] as const) {
    test(`exits with 2 and one line where there are ${what}`, async () => {
      const { code, out, err } = await tgik(await folderWith(files), 'episodes');
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^tgik: There (?:is no show|are no notes) in [^\n]+\n$/);
    });
  }
});
