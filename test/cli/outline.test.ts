import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith, HARBOUR_SHOW, path, removeFolders, tgik } from './support.js';

suite('tgik outline', () => {
  teardown(removeFolders);

  test('prints header fields, progress and items as JSON', async () => {
    const root = await folderWith(HARBOUR_SHOW);
    const { code, out, err } = await tgik(root, 'outline', path(1), '--format', 'json');
    assert.equal(code, 0);
    assert.equal(err, '');
    const json = JSON.parse(out);
    const [contents, week, notes, references] = json.items;
    assert.deepEqual(
      { ...json, items: [] },
      {
        path: 'episodes/001/README.md',
        number: 1,
        title: 'Harbour Tour : Cranes',
        series: 'Harbour Tour',
        topic: 'Cranes',
        hosts: ['@ada'],
        date: '2024-02-16',
        videoId: 'video000001',
        progress: { done: 1, total: 2 },
        items: [],
      },
    );
    assert.deepEqual(
      [contents.label, week.label, references.label],
      ['Table of Contents', 'Week in Review', 'Reference Links'],
    );
    assert.deepEqual(notes, {
      id: 'show-notes',
      kind: 'section',
      label: 'Show Notes',
      checked: null,
      line: 15,
      children: [
        {
          id: 'show-notes/topics',
          kind: 'item',
          label: 'Topics:',
          checked: null,
          line: 17,
          children: [
            {
              id: 'show-notes/topics/cranes',
              kind: 'task',
              label: 'Cranes',
              checked: true,
              line: 18,
              children: [],
            },
            {
              id: 'show-notes/topics/quays',
              kind: 'task',
              label: 'Quays',
              checked: false,
              line: 19,
              children: [],
            },
          ],
        },
      ],
    });
  });

  test('prints a tree as text', async () => {
    const root = await folderWith(HARBOUR_SHOW);
    const { out } = await tgik(root, 'outline', path(3));
    assert.equal(
      out,
      `003 Harbour Tour : Quays · 3/6
  # Table of Contents
    - 00:00:00 - Welcome
  # Week in Review
  # Show Notes
    - Topics:
      [x] Cranes
        [x] hooks
      [ ] Quays 😀
        [x] stone
        [ ] timber
      [ ] Boats
  # Reference Links
    - The manual
`,
    );
  });

  test('reads a file outside the show by its own title', async () => {
    const root = await folderWith({});
    const other = await folderWith({ 'draft.md': '# Episode 7 : Fog : Horns\n\n- [ ] one\n- [X] two\n' });
    const lone = join(other, 'draft.md');
    const { code, out } = await tgik(root, 'outline', lone, '--format=json');
    const json = JSON.parse(out);
    assert.equal(code, 0);
    assert.equal(json.path, lone);
    assert.equal(json.number, 7);
    assert.equal(json.series, 'Fog');
    assert.equal(json.topic, 'Horns');
    assert.equal(json.date, null);
    assert.equal(json.videoId, null);
    assert.deepEqual(json.progress, { done: 1, total: 2 });
  });

  test('reads a path that climbs out of the root, shown as given', async () => {
    const root = await folderWith({ 'show/.tgik.json': '{}', 'x.md': '' });
    const { code, out } = await tgik(join(root, 'show'), 'outline', '../x.md', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      path: '../x.md',
      number: null,
      title: '',
      series: null,
      topic: null,
      hosts: [],
      date: null,
      videoId: null,
      progress: { done: 0, total: 0 },
      items: [],
    });
  });

  test('takes --root before and after the command, and absolute paths inside it', async () => {
    const root = await folderWith(HARBOUR_SHOW);
    const elsewhere = await folderWith({});
    const runs = [
      await tgik(elsewhere, '--root', root, 'outline', path(1), '--format', 'json'),
      await tgik(elsewhere, 'outline', path(1), '--format', 'json', '--root', root),
      await tgik(elsewhere, 'outline', '--root', root, '--format', 'json', join(root, path(1))),
    ];
    for (const { code, out } of runs) {
      assert.equal(code, 0);
      assert.equal(JSON.parse(out).path, path(1));
      assert.equal(JSON.parse(out).series, 'Harbour Tour');
    }
  });

  test('counts the same with a BOM and CRLF', async () => {
    const text = `\uFEFF${String(HARBOUR_SHOW[path(3)]).replaceAll('\n', '\r\n')}`;
    const root = await folderWith({ ...HARBOUR_SHOW, [path(3)]: text });
    const json = JSON.parse((await tgik(root, 'outline', path(3), '--format', 'json')).out);
    assert.equal(json.title, 'Harbour Tour : Quays');
    assert.deepEqual(json.progress, { done: 3, total: 6 });
    assert.equal(json.items[2].line, 15);
  });

  test('reads what it can of a note that is not UTF-8, and says so', async () => {
    const root = await folderWith({
      [path(1)]: new Uint8Array([0x23, 0x20, 0xff, 0x0a, 0x0a, ...Buffer.from('- [x] a')]),
    });
    const { code, out, err } = await tgik(root, 'outline', path(1), '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out).progress, { done: 1, total: 1 });
    assert.match(err, /^tgik: episodes\/001\/README\.md is not UTF-8[^\n]*\n$/);
  });

  test('keeps control characters of a note out of the terminal', async () => {
    const root = await folderWith({ 'x.md': '# A\u001b[31m : B\n\n- [ ] red\u001b[0m\n' });
    const { out } = await tgik(root, 'outline', 'x.md');
    assert.ok(!out.includes('\u001b'));
  });

  for (const [what, argv] of [
    ['a missing file', ['outline', 'nothing.md']],
    ['a folder', ['outline', 'episodes']],
    ['no note', ['outline']],
    ['an unknown format', ['outline', path(1), '--format', 'yaml']],
    ['a missing root', ['outline', path(1), '--root', 'nowhere']],
  ] as const) {
    test(`exits with 2 and one line for ${what}`, async () => {
      const { code, out, err } = await tgik(await folderWith(HARBOUR_SHOW), ...argv);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^tgik: [^\n]+\n$/);
    });
  }
});
