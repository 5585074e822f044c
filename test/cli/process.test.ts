import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { answer, hang, later, startLinkServer } from '../support/linkServer.js';
import { filesIn, folderWith, HARBOUR_SHOW, note, path, removeFolders, textOf, tgik } from './support.js';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const node = ['--import', tsx, main] as const;
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const start = (cwd: string, ...argv: string[]) =>
  spawnSync(process.execPath, [...node, ...argv], { cwd, encoding: 'utf8' });

suite('The tgik process', function () {
  this.timeout(30_000);
  teardown(removeFolders);

  test('exits with 0, 1 and 2, results on stdout and trouble on stderr', async () => {
    const root = await folderWith({ ...HARBOUR_SHOW, [path(2)]: note(2, 'A day of fog', '\n![]()\n') });
    const fine = start(root, 'outline', path(1), '--format', 'json');
    assert.deepEqual([fine.status, fine.stderr, JSON.parse(fine.stdout).number], [0, '', 1]);
    const problems = start(root, 'check', '--format', 'json');
    assert.deepEqual([problems.status, problems.stderr, JSON.parse(problems.stdout).length], [1, '', 1]);
    const wrong = start(root, 'outline');
    assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /^tgik: [^\n]+\n$/);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const)
    test(`${signal} while links are checked: no connection stays, the cache is whole or not there`, async () => {
      const server = await startLinkServer();
      const urls = Array.from({ length: 200 }, (_, at) => {
        server.on(2 + (at % 20), `/${at}`, at % 4 === 0 ? hang : later(20, answer(200)));
        return server.url(2 + (at % 20), `/${at}`);
      });
      const root = await folderWith({ [path(1)]: note(1, 'Links', urls.map((url) => `- ${url}\n`).join('')) });
      const cache = await folderWith({});
      try {
        const env = { ...process.env, XDG_CACHE_HOME: cache };
        const child = spawn(process.execPath, [...node, 'links', '--allow-private'], { cwd: root, env });
        const ended = new Promise((resolve) => child.on('close', resolve));
        let out = '';
        child.stdout.on('data', (data) => {
          out += data;
        });
        while (server.seen.length < 80) await new Promise((resolve) => setTimeout(resolve, 10));
        child.kill(signal);
        const code = await ended;
        while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
        const files = await filesIn(cache);
        if (signal !== 'SIGINT') return assert.deepEqual(files, []);
        assert.equal(code, 2);
        assert.match(out, /^\d+ links: \d+ ok\n$/);
        assert.equal(files.length, 1);
        JSON.parse(await textOf(cache, files[0] ?? ''));
      } finally {
        await server.close();
      }
    });

  test('ends quietly when its reader has gone', async () => {
    const notes = Array.from({ length: 400 }, (_, at) => [path(at + 1), note(at + 1, `Note ${'x'.repeat(500)}`)]);
    const root = await folderWith(Object.fromEntries(notes));
    const child = spawn(process.execPath, [...node, 'episodes', '--format', 'json'], { cwd: root });
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([code, err], [0, '']);
  });
});

suite('tgik', () => {
  teardown(removeFolders);

  test('prints its version and its help', async () => {
    assert.deepEqual(await tgik('/', '--version'), { code: 0, out: `${version}\n`, err: '' });
    const help = await tgik('/', '--help');
    assert.equal(help.code, 0);
    assert.equal(help.err, '');
    for (const command of ['outline', 'episodes', 'new', 'check', 'links', '--root'])
      assert.ok(help.out.includes(command));
    assert.match((await tgik('/', 'check', '--help')).out, /--rule.*[\s\S]*--root/);
  });

  for (const argv of [[], ['outlin'], ['--colour'], ['episodes', 'all'], ['check', '--rule']]) {
    test(`exits with 2 and one line for: tgik ${argv.join(' ')}`, async () => {
      const { code, out, err } = await tgik('/', ...argv);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^tgik: [^\n]+ See tgik --help\.\n$/);
    });
  }
});

suite('The bundled tgik on the sample show', function () {
  this.timeout(30_000);
  const bundle = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const samples = fileURLToPath(new URL('../../samples', import.meta.url));

  test('lists, shows and checks', function () {
    if (!existsSync(bundle) || !existsSync(samples)) {
      console.log('      skipped: there is no dist/cli.js or no samples/');
      this.skip();
    }
    const bundled = (...argv: string[]) =>
      spawnSync(process.execPath, [bundle, '--root', samples, ...argv], { encoding: 'utf8' });
    assert.equal(bundled('--version').stdout, `${version}\n`);
    const episodes = bundled('episodes', '--format', 'json');
    assert.deepEqual([episodes.status, episodes.stderr], [0, '']);
    const [newest] = JSON.parse(episodes.stdout);
    assert.equal(JSON.parse(bundled('outline', newest.path, '--format', 'json').stdout).title, newest.title);
    assert.equal(JSON.parse(bundled('new', '--dry-run', '--format', 'json').stdout).number, newest.number + 1);
    const check = bundled('check', '--format', 'sarif');
    assert.equal(check.status, 1);
    assert.ok(JSON.parse(check.stdout).runs[0].results.length > 0);
    assert.equal(bundled('outline', 'nowhere.md').status, 2);
  });
});
