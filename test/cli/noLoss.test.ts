import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { createFile, replaceFile } from '../../src/node/writeFiles.js';
import { diskError, watchDisk } from '../support/brokenDisk.js';
import { filesIn, folderWith, HARBOUR_SHOW, note, path, removeFolders, textOf, tgik } from './support.js';

const BROKEN = note(2, 'A day of fog', '\n- a\n-\n- [one](https://a.io)(https://a.io)\n').replace(
  '2024-03-01',
  '3/1/2024',
);
const SHOW = { ...HARBOUR_SHOW, [path(2)]: BROKEN };
const COMMANDS: readonly (readonly string[])[] = [
  ['new', '--title', 'Harbour Tour : Boats', '--date', '2024-03-08'],
  ['check', '--fix'],
];

type Files = ReadonlyMap<string, string>;

async function filesOf(root: string): Promise<Files> {
  const files = new Map<string, string>();
  for (const name of await filesIn(root)) files.set(name, await textOf(root, name));
  return files;
}

/** What a command makes of the show where nothing goes wrong. */
async function intended(argv: readonly string[]): Promise<Files> {
  const root = await folderWith(SHOW);
  await tgik(root, ...argv);
  return filesOf(root);
}

/** Every file is as it was or as it is meant to be; beside them lies at most what was being written when it was killed. */
async function assertWhole(root: string, after: Files, what: string): Promise<void> {
  const files = await filesOf(root);
  for (const [name, text] of files) {
    if (/(?:^|\/)\.[^/]+\.tgik\.tmp$/.test(name)) continue;
    const before = (SHOW as Record<string, string>)[name];
    assert.ok(text === before || text === after.get(name), `${what}: ${name}`);
  }
  for (const name of Object.keys(SHOW)) assert.ok(files.has(name), `${what}: ${name} is gone`);
}

/** The command line in one file; it ends itself at the KILL_AT-th change of the disk. */
async function bundled(): Promise<string> {
  const outfile = join(await folderWith({}), 'cli.cjs');
  buildSync({
    stdin: {
      contents: "import './test/support/killAt.ts'; import './src/cli/main.ts';",
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

suite('No loss on the command line', function () {
  this.timeout(120_000);
  let bundle = '';
  suiteSetup(async () => {
    bundle = await bundled();
  });
  suiteTeardown(removeFolders);

  for (const argv of COMMANDS) {
    const name = `tgik ${argv.slice(0, 2).join(' ')}`;

    test(`${name} does change something`, async () => {
      assert.notDeepEqual(await intended(argv), new Map(Object.entries(SHOW).sort()));
    });

    for (const code of ['ENOSPC', 'EACCES', 'EIO'])
      test(`${name}: each call to the disk fails once with ${code}`, async () => {
        const after = await intended(argv);
        let failed = true;
        for (let at = 1; failed; at += 1) {
          const root = await folderWith(SHOW);
          let calls = 0;
          failed = false;
          const restore = watchDisk(
            async (_name, half) => {
              calls += 1;
              if (calls !== at) return;
              failed = true;
              await half?.();
              throw diskError(code);
            },
            // what could not be read is not mended, and its neighbours may be mended less
            { reads: argv[0] === 'new' && code === 'EIO' },
          );
          const outcome = await tgik(root, ...argv).finally(restore);
          await assertWhole(root, after, `call ${at}`);
          const files = await filesOf(root);
          if ([...after].some(([file, text]) => files.get(file) !== text) && argv[0] === 'new')
            assert.notEqual(outcome.code, 0, `call ${at}: it says that it failed`);
          assert.doesNotMatch(outcome.err, /Unexpected/, `call ${at}`);
          await rm(root, { recursive: true });
          assert.ok(at < 1000);
        }
      });

    test(`${name}: killed before each call that changes the disk`, async () => {
      const after = await intended(argv);
      for (let at = 1, killed = true; killed; at += 1) {
        const root = await folderWith(SHOW);
        const child = spawn(process.execPath, [bundle, ...argv], {
          cwd: root,
          stdio: 'ignore',
          env: { ...process.env, KILL_AT: String(at) },
        });
        const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
        killed = signal === 'SIGKILL';
        await assertWhole(root, after, `killed at ${at}`);
        if (!killed) assert.deepEqual([at > 5, await filesOf(root)], [true, after], 'a run that is not killed');
        else if (argv[0] === 'new' && (await filesOf(root)).has(path(4)))
          assert.equal(await textOf(root, path(4)), after.get(path(4)));
      }
    });

    test(`${name}: killed at any moment`, async () => {
      const after = await intended(argv);
      const times = Number(process.env.KILLS ?? 12);
      for (let at = 0; at < times; at += 1) {
        const root = await folderWith(SHOW);
        const child = spawn(process.execPath, [bundle, ...argv], { cwd: root, stdio: 'ignore' });
        const timer = setTimeout(() => child.kill('SIGKILL'), 50 + Math.random() * 300);
        await new Promise((resolve) => child.on('close', resolve));
        clearTimeout(timer);
        await assertWhole(root, after, 'killed');
      }
    });
  }
});

suite('Writing where others write', () => {
  teardown(removeFolders);

  test('two replace a file at the same moment: one does, the other says that it has changed', async () => {
    for (let round = 0; round < 20; round += 1) {
      const root = await folderWith({ 'a.md': 'before' });
      const texts = ['first', 'second', 'third'];
      const results = await Promise.allSettled(texts.map((text) => replaceFile(root, 'a.md', 'before', text)));
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      const winner = results.findIndex(({ status }) => status === 'fulfilled');
      assert.equal(await textOf(root, 'a.md'), texts[winner]);
      assert.deepEqual(await filesIn(root), ['a.md']);
    }
  });

  test('many make the next episode at the same moment: one note and one line, or the next number', async () => {
    const root = await folderWith(SHOW);
    const runs = Array.from({ length: 6 }, () => tgik(root, 'new', '--title', 'Harbour Tour : Boats'));
    const made = (await Promise.all(runs)).filter(({ code }) => code === 0).length;
    const notes = (await filesIn(root)).filter((name) => !(name in SHOW));
    assert.equal(notes.length, made);
    const index = await textOf(root, 'playlist.md');
    for (const name of notes) assert.equal(index.split(name).length, 2, name);
    assert.ok(made >= 1);
  });

  test('what a killed run has left behind is cleared away, not waited for', async () => {
    const root = await folderWith({ 'a.md': 'before', '.a.md.tgik.tmp': 'half' });
    const long = new Date(Date.now() - 60_000);
    await utimes(join(root, '.a.md.tgik.tmp'), long, long);
    await replaceFile(root, 'a.md', 'before', 'after');
    assert.deepEqual(await filesOf(root), new Map([['a.md', 'after']]));
  });

  const interfered: readonly (readonly [string, (file: string) => Promise<unknown>, string | undefined])[] = [
    ['deleted', (file) => unlink(file), undefined],
    ['changed', (file) => writeFile(file, 'theirs'), 'theirs'],
    ['replaced by a folder', (file) => unlink(file).then(() => mkdir(file)), undefined],
    ['replaced by a link out of the show', (file) => unlink(file).then(() => symlink('/dev/null', file)), ''],
  ];
  for (const [what, act, left] of interfered)
    test(`a file that is ${what} under it stays that way`, async () => {
      const root = await folderWith({ 'a.md': 'before' });
      const restore = watchDisk(
        async (name) => {
          if (name === 'handle.close') await act(join(root, 'a.md'));
        },
        { reads: false },
      );
      await assert.rejects(replaceFile(root, 'a.md', 'before', 'after'), /a\.md/).finally(restore);
      const now = await readFile(join(root, 'a.md'), 'utf8').catch(() => undefined);
      assert.equal(now, left);
      assert.ok(!(await filesIn(root)).includes('.a.md.tgik.tmp'));
    });

  test('a note somebody has typed into is not taken back', async () => {
    const root = await folderWith({});
    const undo = await createFile(root, 'notes/a.md', 'ours');
    await writeFile(join(root, 'notes/a.md'), 'ours and theirs');
    await assert.rejects(undo(), /changed by someone else/);
    assert.equal(await textOf(root, 'notes/a.md'), 'ours and theirs');
  });

  test('where files cannot have two names, a note is created all the same, and never overwritten', async () => {
    const root = await folderWith({});
    const restore = watchDisk(
      (name) => {
        if (name === 'link') throw diskError('ENOTSUP');
      },
      { reads: false },
    );
    try {
      await createFile(root, 'a.md', 'ours');
      await assert.rejects(createFile(root, 'a.md', 'again'), /exists already/);
    } finally {
      restore();
    }
    assert.deepEqual(await filesOf(root), new Map([['a.md', 'ours']]));
  });
});
