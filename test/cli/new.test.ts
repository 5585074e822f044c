import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { planOf } from '../support/planOf.js';
import { filesIn, folderWith, HARBOUR_SHOW, note, path, removeFolders, textOf, tgik } from './support.js';

const INDEX = 'playlist.md';

suite('tgik new', () => {
  teardown(removeFolders);

  test('writes the bytes of the core’s plan, as the editor does', async () => {
    for (const carry of ['coverage', 'open', 'fresh', 'none'] as const) {
      const root = await folderWith(HARBOUR_SHOW);
      const files = new Map(Object.entries(HARBOUR_SHOW).map(([file, text]) => [file, String(text)]));
      const plan = planOf(files, { carry, title: 'Harbour Tour : Boats', date: '2024-03-08' });
      const { code } = await tgik(
        root,
        'new',
        '--carry',
        carry,
        '--title',
        'Harbour Tour : Boats',
        '--date',
        '3/8/2024',
      );
      assert.equal(code, 0);
      for (const { path: written, after } of plan.files) assert.equal(await textOf(root, written), after, carry);
    }
  });

  test('creates the next note and the index line', async () => {
    const root = await folderWith(HARBOUR_SHOW);
    const { code, out, err } = await tgik(root, 'new', '--title', 'Harbour Tour : Boats', '--format', 'json');
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      path: path(4),
      number: 4,
      from: 3,
      files: [
        { path: path(4), created: true },
        { path: INDEX, created: false },
      ],
    });
    const text = await textOf(root, path(4));
    assert.match(text, /^# Episode 004 : Harbour Tour : Boats\n\n- Hosted by @ada\n- Recording date: 2024-03-08\n/);
    assert.match(text, / {4}- \[ \] Quays 😀\n {8}- \[x\] stone\n/);
    const [, , first] = (await textOf(root, INDEX)).split('\n');
    assert.equal(first, `- [004: Harbour Tour : Boats](${path(4)})`);
    assert.deepEqual(await filesIn(root), [path(1), path(2), path(3), path(4), INDEX]);
  });

  test('says in words what it did', async () => {
    const { out } = await tgik(await folderWith(HARBOUR_SHOW), 'new', '--title', 'Harbour Tour : Boats');
    assert.equal(out, `Created ${path(4)} from 003\nChanged ${INDEX}\n`);
  });

  test('takes every choice', async () => {
    const root = await folderWith(HARBOUR_SHOW);
    const choices = ['--from', '001', '--number', '7', '--title', 'Harbour Tour : Ropes', '--date', 'March 15, 2024'];
    const more = ['--host', '@bo', '--host', '@cy', '--video', 'https://youtu.be/abcdefghijk', '--carry', 'fresh'];
    const rest = ['--no-stamp', '--no-links', '--no-index', '--format', 'json'];
    const { code, out } = await tgik(root, 'new', ...choices, ...more, ...rest);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), { path: path(7), number: 7, from: 1, files: [{ path: path(7), created: true }] });
    const made = JSON.parse((await tgik(root, 'outline', path(7), '--format', 'json')).out);
    assert.deepEqual(made.hosts, ['@bo', '@cy']);
    assert.equal(made.date, '2024-03-15');
    assert.equal(made.videoId, 'abcdefghijk');
    assert.deepEqual(made.progress, { done: 0, total: 2 });
    const text = await textOf(root, path(7));
    assert.ok(!text.includes('tgik.io/'));
    assert.ok(!text.includes('example.com/manual'));
    assert.equal(await textOf(root, INDEX), HARBOUR_SHOW[INDEX]);
  });

  test('carries nothing with --carry none', async () => {
    const root = await folderWith(HARBOUR_SHOW);
    await tgik(root, 'new', '--title', 'Harbour Tour : Boats', '--carry', 'none');
    assert.ok(!(await textOf(root, path(4))).includes('[ ]'));
  });

  test('prints with --dry-run a diff that git applies to the same result, and writes nothing', async () => {
    const withoutEnd = String(HARBOUR_SHOW[path(3)]).trimEnd();
    const index = String(HARBOUR_SHOW[INDEX]).trimEnd();
    const show = { ...HARBOUR_SHOW, [path(3)]: withoutEnd, [INDEX]: index };
    const root = await folderWith(show);
    const argv = ['new', '--title', 'Harbour Tour : Boats'];
    const { code, out } = await tgik(root, ...argv, '--dry-run');
    assert.equal(code, 0);
    assert.deepEqual(await filesIn(root), [path(1), path(2), path(3), INDEX]);
    assert.ok(out.startsWith(`--- /dev/null\n+++ b/${path(4)}\n@@ -0,0 +1,`));
    assert.ok(out.includes(`\n--- a/${INDEX}\n+++ b/${INDEX}\n`));
    assert.ok(out.includes('\\ No newline at end of file'));
    const { files } = JSON.parse((await tgik(root, ...argv, '--dry-run', '--format', 'json')).out);
    assert.deepEqual(
      files.map((file: object) => Object.keys(file)),
      [
        ['path', 'created', 'diff'],
        ['path', 'created', 'diff'],
      ],
    );
    assert.equal(files.map(({ diff }: { diff: string }) => diff).join(''), out);
    const applied = await folderWith(show);
    execFileSync('git', ['apply', '-'], { cwd: applied, input: out });
    await tgik(root, ...argv);
    for (const file of await filesIn(root)) assert.equal(await textOf(applied, file), await textOf(root, file), file);
  });

  test('keeps a BOM and CRLF in the index and takes them over into the note', async () => {
    const crlf = (text: unknown): string => `\uFEFF${String(text).replaceAll('\n', '\r\n')}`;
    const root = await folderWith({
      ...HARBOUR_SHOW,
      [path(3)]: crlf(HARBOUR_SHOW[path(3)]),
      [INDEX]: crlf(HARBOUR_SHOW[INDEX]),
    });
    assert.equal((await tgik(root, 'new', '--title', 'Harbour Tour : Boats')).code, 0);
    const index = await textOf(root, INDEX);
    const line = `- [004: Harbour Tour : Boats](${path(4)})\r\n`;
    assert.equal(index.replace(line, ''), crlf(HARBOUR_SHOW[INDEX]));
    assert.doesNotMatch(await textOf(root, path(4)), /(?<!\r)\n/);
  });

  test('makes the first note of a new show', async () => {
    const root = await folderWith({ '.tgik.json': '{ "name": "Fog", "notes": "log/ep{number}.md" }' });
    const { code, out } = await tgik(root, 'new', '--title', 'Hello', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      path: 'log/ep001.md',
      number: 1,
      from: null,
      files: [{ path: 'log/ep001.md', created: true }],
    });
    assert.equal(JSON.parse((await tgik(root, 'new', '--title', 'Again', '--format', 'json')).out).number, 2);
  });
});

suite('tgik new refuses', () => {
  teardown(removeFolders);

  /** Exit 2, one line on stderr, nothing on stdout, no file changed. */
  async function refuses(root: string, argv: readonly string[], words: RegExp): Promise<void> {
    const read = async (): Promise<unknown> =>
      Promise.all((await filesIn(root)).map(async (file) => [file, await textOf(root, file).catch(() => 'no file')]));
    const before = await read();
    const { code, out, err } = await tgik(root, 'new', ...argv);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^tgik: [^\n]+\n$/);
    assert.match(err, words);
    assert.deepEqual(await read(), before);
  }

  for (const [what, argv, words] of [
    ['a number that is taken', ['--number', '2'], /002/],
    ['a number that is none', ['--number', 'two'], /--number/],
    ['a negative number', ['--number', '-1'], /--number/],
    ['zero', ['--number', '0'], /0/],
    ['a source that is not there', ['--from', '77'], /077/],
    ['--from none', ['--from', 'none'], /--from/],
    ['a date that is none', ['--date', 'soon'], /soon/],
    ['a day that does not exist', ['--date', '2024-02-30'], /2024-02-30/],
    ['a video that is none', ['--video', 'https://example.com'], /example\.com/],
    ['an unknown way to carry', ['--carry', 'all'], /--carry/],
    ['an unknown option', ['--force'], /--force/],
    ['an argument too many', ['100'], /argument/],
  ] as const) {
    test(what, async () => refuses(await folderWith(HARBOUR_SHOW), argv, words));
  }

  test('a number whose folder holds only an image', async () => {
    const root = await folderWith({ ...HARBOUR_SHOW, 'episodes/004/cover.png': 'image' });
    await refuses(root, ['--number', '4'], /004/);
    assert.equal(JSON.parse((await tgik(root, 'new', '--dry-run', '--format', 'json')).out).number, 5);
  });

  test('a number whose note cannot be read', async () => {
    const root = await folderWith({ '.tgik.json': '{ "notes": "log/{number}.md" }', 'log/002.md': note(2, 'Two') });
    const other = await folderWith({ 'x.md': '' });
    await symlink(join(other, 'x.md'), join(root, 'log/003.md'));
    const { code, err } = await tgik(root, 'new', '--number', '3');
    assert.equal(code, 2);
    assert.match(err, /\ntgik: Episode 003 is taken[^\n]+\n$/);
    assert.equal(JSON.parse((await tgik(root, 'new', '--dry-run', '--format', 'json')).out).number, 4);
  });

  test('a place without a show', async () => refuses(await folderWith({ 'x.md': '# X' }), [], /no show/));

  test('a show whose folder leads outside of it', async () => {
    const other = await folderWith({});
    const root = await folderWith({ '.tgik.json': '{}' });
    await symlink(other, join(root, 'episodes'));
    await refuses(root, ['--title', 'Out'], /leads outside the show/);
    assert.deepEqual(await filesIn(other), []);
  });

  test('to carry over what is not UTF-8', async () => {
    const bytes = new Uint8Array([...Buffer.from(note(3, 'Harbour Tour : Quays', '\n- [ ] Boats ')), 0xff]);
    const root = await folderWith({ ...HARBOUR_SHOW, [path(3)]: bytes });
    const { code, err } = await tgik(root, 'new', '--from', '3');
    assert.equal(code, 2);
    assert.match(err, /003\/README\.md is not UTF-8: no episode was created\.\n$/);
  });

  test('to write an index that is not UTF-8, but can leave it alone', async () => {
    const root = await folderWith({ ...HARBOUR_SHOW, [INDEX]: new Uint8Array([0x23, 0x20, 0xff, 0x0a]) });
    assert.equal((await tgik(root, 'new')).code, 2);
    assert.equal((await tgik(root, 'new', '--no-index')).code, 0);
    assert.deepEqual(await filesIn(root), [path(1), path(2), path(3), path(4), INDEX]);
  });

  test('a template that leads outside the show, unless it is left aside', async () => {
    const other = await folderWith({ 'secret.md': 'a secret' });
    const root = await folderWith({ ...HARBOUR_SHOW, '.tgik.json': '{ "template": "template.md" }' });
    await symlink(join(other, 'secret.md'), join(root, 'template.md'));
    const { code, out, err } = await tgik(root, 'new', '--dry-run');
    assert.equal(code, 2);
    assert.match(err, /template\.md cannot be read: it lies outside the show\./);
    assert.match(err, /The template template\.md does not exist\. --no-template takes the built-in one\.\n$/);
    assert.equal(out, '');
    const without = await tgik(root, 'new', '--dry-run', '--no-template');
    assert.equal(without.code, 0);
    assert.ok(!without.out.includes('a secret'));
  });

  test('an index that is a symbolic link out of the show, unless it is left alone', async () => {
    const other = await folderWith({ 'index.md': String(HARBOUR_SHOW[INDEX]) });
    const { [INDEX]: _, ...notes } = HARBOUR_SHOW;
    const root = await folderWith(notes);
    await symlink(join(other, 'index.md'), join(root, INDEX));
    const { code, err } = await tgik(root, 'new');
    assert.equal(code, 2);
    assert.match(
      err,
      /playlist\.md cannot be read: it lies outside the show\.\ntgik: playlist\.md cannot be read: no ep/,
    );
    assert.equal((await tgik(root, 'new', '--no-index')).code, 0);
    assert.equal(await textOf(other, 'index.md'), HARBOUR_SHOW[INDEX]);
  });
});

suite('Writing a plan', () => {
  teardown(removeFolders);

  test('takes its own template', async () => {
    const root = await folderWith({
      '.tgik.json': '{ "template": "template.md" }',
      'template.md': '# {number}: {title}\n\n- {hosts}\n',
    });
    assert.equal((await tgik(root, 'new', '--title', 'Mine', '--host', '@ada')).code, 0);
    assert.match(await textOf(root, path(1)), /^# 001: Mine\n\n- Hosted by @ada\n/);
  });

  test('follows a symbolic link inside the show and leaves it one', async () => {
    const { [INDEX]: index, ...notes } = HARBOUR_SHOW;
    const root = await folderWith({ ...notes, 'docs/index.md': String(index) });
    await symlink(join('docs', 'index.md'), join(root, INDEX));
    assert.equal((await tgik(root, 'new')).code, 0);
    assert.match(await textOf(root, 'docs/index.md'), /004/);
    assert.equal(await textOf(root, INDEX), await textOf(root, 'docs/index.md'));
    assert.ok(!(await filesIn(root)).some((file) => file.endsWith('.tmp')));
  });
});
