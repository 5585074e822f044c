import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith, HARBOUR_SHOW, note, path, removeFolders, textOf, tgik } from './support.js';

const FAULTY = note(3, 'Harbour Tour : Quays', '\nA picture 😀 ![]() here\n\n- [plan](nowhere.pdf)\n', '2024-03-01');
const SHOW = { ...HARBOUR_SHOW, [path(3)]: FAULTY };

const EMPTY = {
  file: path(3),
  line: 17,
  column: 14,
  endLine: 17,
  endColumn: 19,
  code: 'link.empty-target',
  severity: 'error',
};

const codes = (out: string): string[] => JSON.parse(out).map(({ code }: { code: string }) => code);

suite('tgik check', () => {
  teardown(removeFolders);

  test('prints problems with their places and fixes as JSON', async () => {
    const { code, out, err } = await tgik(await folderWith(SHOW), 'check', '--format', 'json');
    assert.equal(code, 1);
    assert.equal(err, '');
    const [empty, missing, ...more] = JSON.parse(out);
    assert.deepEqual(more, []);
    const { message, fixes, ...rest } = empty;
    assert.deepEqual(rest, EMPTY);
    assert.equal(typeof message, 'string');
    assert.deepEqual(fixes, [
      {
        title: fixes[0].title,
        preferred: true,
        edits: [{ line: 17, column: 14, endLine: 17, endColumn: 19, newText: '' }],
      },
    ]);
    assert.deepEqual(Object.keys(missing).sort(), Object.keys(empty).sort());
    assert.equal(missing.code, 'link.missing-file');
    assert.equal(missing.severity, 'warning');
    assert.equal(missing.line, 19);
  });

  test('prints one line each and a summary as text', async () => {
    const { code, out } = await tgik(await folderWith(SHOW), 'check');
    assert.equal(code, 1);
    const [first, second, summary, end, ...more] = out.split('\n');
    assert.match(first ?? '', /^episodes\/003\/README\.md:17:14 error link\.empty-target \S.*\.$/);
    assert.match(second ?? '', /^episodes\/003\/README\.md:19:10 warning link\.missing-file \S.*\.$/);
    assert.equal(summary, '2 problems (1 error, 1 warning) in 3 notes');
    assert.deepEqual([end, more], ['', []]);
  });

  test('is content with sound notes', async () => {
    const root = await folderWith(HARBOUR_SHOW);
    assert.deepEqual(await tgik(root, 'check'), { code: 0, out: 'No problems in 3 notes\n', err: '' });
    assert.deepEqual(await tgik(root, 'check', '--format', 'json'), { code: 0, out: '[]\n', err: '' });
    assert.deepEqual(await tgik(root, 'check', '--format', 'github'), { code: 0, out: '', err: '' });
  });

  test('checks the notes and folders named, each once', async () => {
    const root = await folderWith(SHOW);
    assert.match((await tgik(root, 'check', path(1), 'episodes/002')).out, /^No problems in 2 notes/);
    assert.match((await tgik(root, 'check', 'episodes', path(3), join(root, path(3)))).out, / in 3 notes\n$/);
    assert.match((await tgik(root, 'check', '.')).out, / in 3 notes\n$/);
  });

  test('checks a file outside the show', async () => {
    const other = await folderWith({ 'draft.md': '# Draft\n\n![]()\n' });
    const file = join(other, 'draft.md');
    const { code, out } = await tgik(await folderWith({}), 'check', file, '--format', 'json');
    assert.equal(code, 1);
    assert.equal(JSON.parse(out)[0].file, file);
  });

  test('finds files that links ask for', async () => {
    const root = await folderWith({ ...SHOW, 'episodes/003/nowhere.pdf': 'there after all' });
    assert.deepEqual(codes((await tgik(root, 'check', '--format', 'json')).out), ['link.empty-target']);
  });

  test('counts columns as an editor does in notes with BOM and CRLF', async () => {
    const root = await folderWith({
      ...HARBOUR_SHOW,
      [path(3)]: `\uFEFF${FAULTY.replaceAll('\n', '\r\n')}`,
      'loose.md': '\uFEFF![]() first\r\n',
    });
    const { message: _, fixes: __, ...first } = JSON.parse((await tgik(root, 'check', '--format', 'json')).out)[0];
    assert.deepEqual(first, EMPTY);
    const loose = JSON.parse((await tgik(root, 'check', 'loose.md', '--format', 'json')).out);
    const empty = loose.find(({ code }: { code: string }) => code === 'link.empty-target');
    assert.deepEqual([empty.line, empty.column, empty.endColumn], [1, 1, 6]);
  });

  test('fails where a note cannot be vouched for', async () => {
    const unreadable = await folderWith(HARBOUR_SHOW);
    await mkdir(join(unreadable, path(4)), { recursive: true });
    const first = await tgik(unreadable, 'check');
    assert.equal(first.code, 1);
    assert.match(first.err, /004\/README\.md cannot be read/);
    await mkdir(join(unreadable, path(5)), { recursive: true });
    assert.equal((await tgik(unreadable, 'check', 'episodes')).code, 1);
    assert.equal((await tgik(unreadable, 'check', path(1))).code, 0);
    assert.equal((await tgik(unreadable, 'check', 'episodes/005')).code, 1);
    const bytes = await folderWith({ ...HARBOUR_SHOW, [path(2)]: new Uint8Array([0x23, 0x20, 0xe9, 0x0a]) });
    const second = await tgik(bytes, 'check', '--rule', 'episode.title-missing=off');
    assert.equal(second.code, 1);
    assert.match(second.err, /002\/README\.md is not UTF-8/);
  });
});

suite('Severities of tgik check', () => {
  teardown(removeFolders);

  const settings = (diagnostics: object): string => JSON.stringify({ diagnostics });

  test('come from the rule, then .tgik.json, then --rule', async () => {
    const root = await folderWith({
      ...SHOW,
      '.tgik.json': settings({ 'link.empty-target': 'hint', 'link.missing-file': 'off' }),
    });
    const ofShow = await tgik(root, 'check', '--format', 'json');
    assert.equal(ofShow.code, 0);
    assert.deepEqual(codes(ofShow.out), ['link.empty-target']);
    assert.equal(JSON.parse(ofShow.out)[0].severity, 'hint');
    const rules = ['--rule', 'link.missing-file=warning', '--rule=link.empty-target=off'];
    const given = await tgik(root, 'check', '--format', 'json', ...rules);
    assert.equal(given.code, 1);
    assert.deepEqual(codes(given.out), ['link.missing-file']);
  });

  test('below warning leave the exit code at 0', async () => {
    const root = await folderWith(SHOW);
    const rules = ['--rule', 'link.missing-file=info', '--rule', 'link.empty-target=hint'];
    const { code, out } = await tgik(root, 'check', ...rules);
    assert.equal(code, 0);
    assert.match(out, /2 problems \(1 info, 1 hint\) in 3 notes\n$/);
  });

  test('that .tgik.json has wrong are said and skipped', async () => {
    const root = await folderWith({
      ...SHOW,
      '.tgik.json': settings({ 'link.no-such-rule': 'off', 'link.empty-target': 'loud' }),
    });
    const { out, err } = await tgik(root, 'check', '--format', 'json');
    assert.equal(JSON.parse(out)[0].severity, 'error');
    assert.match(err, /there is no rule link\.no-such-rule\.\n/);
    assert.match(err, /link\.empty-target is loud\. Expected [^\n]+\n/);
  });

  for (const [given, named] of [
    ['link.no-such-rule=off', 'link.no-such-rule'],
    ['link.empty-target=loud', 'link.empty-target=loud'],
    ['link.empty-target', 'link.empty-target'],
  ] as const) {
    test(`refuse --rule ${given}`, async () => {
      const { code, out, err } = await tgik(await folderWith(SHOW), 'check', '--rule', given);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^tgik: [^\n]+\n$/);
      assert.ok(err.includes(named));
    });
  }
});

suite('tgik check --fix', () => {
  teardown(removeFolders);

  test('applies preferred fixes only, changes nothing else, and reports what remains', async () => {
    const root = await folderWith(SHOW);
    const { code, out } = await tgik(root, 'check', '--fix');
    assert.equal(code, 1);
    assert.match(out, /^Fixed 1 problem in 1 note\nepisodes\/003\/README\.md:19:10 warning link\.missing-file /);
    assert.match(out, /\n1 problem \(1 warning\) in 3 notes\n$/);
    assert.equal(await textOf(root, path(3)), FAULTY.replace('![]()', ''));
    for (const number of [1, 2]) assert.equal(await textOf(root, path(number)), SHOW[path(number)]);
    assert.match((await tgik(root, 'check', '--fix')).out, /^Fixed 0 problems in 0 notes\n/);
  });

  test('fixes all of several problems and keeps BOM, CRLF and a missing last line end', async () => {
    const text = `\uFEFF${FAULTY.replace('![]()', '![]() ![]() [a](b.example.com](').replaceAll('\n', '\r\n').trimEnd()}`;
    const root = await folderWith({ ...HARBOUR_SHOW, [path(3)]: text });
    const { out, err } = await tgik(root, 'check', '--fix', '--format', 'json');
    assert.ok(!codes(out).includes('link.empty-target'));
    assert.match(err, /^tgik: Fixed \d+ problems in 1 note\n$/);
    const fixed = await textOf(root, path(3));
    assert.ok(fixed.startsWith('\uFEFF# Episode 003'));
    assert.ok(!fixed.includes('![]()'));
    assert.doesNotMatch(fixed, /(?<!\r)\n/);
    assert.doesNotMatch(fixed, /\n$/);
  });

  test('leaves alone what is off', async () => {
    const root = await folderWith(SHOW);
    await tgik(root, 'check', '--fix', '--rule', 'link.empty-target=off');
    assert.equal(await textOf(root, path(3)), FAULTY);
  });

  test('never writes a note that is not UTF-8', async () => {
    const bytes = new Uint8Array([...Buffer.from(FAULTY), 0xff]);
    const root = await folderWith({ ...HARBOUR_SHOW, [path(3)]: bytes });
    const { code, err } = await tgik(root, 'check', '--fix');
    assert.equal(code, 1);
    assert.match(err, /not UTF-8/);
    assert.ok((await textOf(root, path(3))).includes('![]()'));
  });

  test('fixes a file outside the show when it is named', async () => {
    const other = await folderWith({ 'draft.md': '# Draft\n\nx ![]()\n' });
    await tgik(await folderWith({}), 'check', '--fix', join(other, 'draft.md'));
    assert.equal(await textOf(other, 'draft.md'), '# Draft\n\nx \n');
  });
});

suite('tgik check refuses', () => {
  teardown(removeFolders);

  for (const [what, files, argv] of [
    ['a place without a show', {}, []],
    ['a show without notes', { '.tgik.json': '{}' }, []],
    ['a path that is not there', HARBOUR_SHOW, ['episodes/999']],
    ['a folder without notes', { ...HARBOUR_SHOW, 'docs/x.md': '' }, ['docs']],
    ['an unknown format', HARBOUR_SHOW, ['--format', 'xml']],
    ['an unknown option', HARBOUR_SHOW, ['--fixx']],
  ] as const) {
    test(what, async () => {
      const { code, out, err } = await tgik(await folderWith(files), 'check', ...argv);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^tgik: [^\n]+\n$/);
    });
  }
});

suite('tgik check of the index', () => {
  const dead = '# Playlist\n\n- [001: One](episodes/001/README.me)\n';
  const files = { [path(1)]: note(1, 'One'), [path(2)]: note(2, 'Two', '', '2024-03-08'), 'playlist.md': dead };

  test('tells of its lines among the problems of the show, and of itself where it is named', async () => {
    const root = await folderWith(files);
    for (const paths of [[], ['playlist.md']]) {
      const { out } = await tgik(root, 'check', ...paths, '--format', 'json');
      const found = (JSON.parse(out) as { file: string; line: number; code: string }[])
        .filter(({ file }) => file === 'playlist.md')
        .map(({ line, code }) => `${line} ${code}`);
      assert.ok(found.includes('3 index.dead-target'), found.join());
      assert.ok(
        found.some((one) => one.endsWith('index.missing-episode')),
        found.join(),
      );
      assert.ok(!found.some((one) => / (?:episode|video|chapter)\./.test(one)), found.join());
    }
  });

  test('mends it once, and is then content', async () => {
    const root = await folderWith(files);
    await tgik(root, 'check', 'playlist.md', '--fix');
    const mended = await textOf(root, 'playlist.md');
    assert.equal(mended.match(/002/g)?.length, 2, mended);
    await tgik(root, 'check', 'playlist.md', '--fix');
    assert.equal(await textOf(root, 'playlist.md'), mended);
  });
});
