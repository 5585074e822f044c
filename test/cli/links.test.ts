import assert from 'node:assert/strict';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LinkVerdict } from '../../src/core/links/linkVerdict.js';
import { ownFiles } from '../../src/node/links/ownFiles.js';
import { cacheFileOf, VerdictFile } from '../../src/node/links/verdictFile.js';
import { loadShow } from '../../src/node/loadShow.js';
import { answer, type LinkServer, startLinkServer } from '../support/linkServer.js';
import { filesIn, folderWith, note, path, removeFolders, tgik } from './support.js';

suite('tgik links', function () {
  this.timeout(30_000);
  let server: LinkServer;
  let cache: string;
  const before = process.env.XDG_CACHE_HOME;
  setup(async () => {
    server = await startLinkServer();
    cache = await folderWith({});
    process.env.XDG_CACHE_HOME = cache;
  });
  teardown(async () => {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
    await server.close();
    await removeFolders();
  });

  /** A show of two notes: a page, one that has moved, one that is gone, one behind a wall. */
  const show = (more: Record<string, string> = {}): Promise<string> => {
    const moved = server.on(2, '/old', answer(308, { location: '/new' }));
    const gone = server.on(2, '/gone', answer(410));
    const wall = server.on(3, '/wall', answer(403));
    return folderWith({
      'episodes/001/README.md': `# Episode 001 : One\n\n- [a](${server.url(2, '/a')})\n- [old](${moved}#x)\n- ${gone}\n`,
      'episodes/002/README.md': `# Episode 002 : Two\n\n- <${gone}> ${wall}\n\n[x]: ${server.url(2, '/a#there')}\n\n\`${server.url(2, '/code')}\`\n`,
      ...more,
    });
  };

  test('says what is known of each URL, once, and where it stands', async () => {
    const root = await show();
    const { code, out, err } = await tgik(root, 'links', '--allow-private', '--format', 'json');
    const of = (host: number, page: string) => ({ url: server.url(host, page), finalUrl: null, permanent: false });
    const [one, two] = [path(1), path(2)];
    assert.deepEqual(JSON.parse(out), [
      {
        ...{ url: server.url(2, '/a'), verdict: 'ok', status: 200, finalUrl: null, permanent: false, attempts: 1 },
        ...{
          reason: 'it answers 200',
          where: [
            { file: one, line: 3 },
            { file: two, line: 5 },
          ],
        },
      },
      {
        ...of(2, '/gone'),
        ...{ verdict: 'dead', status: 410, attempts: 2, reason: 'it answers 410' },
        where: [
          { file: one, line: 5 },
          { file: two, line: 3 },
        ],
      },
      {
        ...{
          url: server.url(2, '/old'),
          verdict: 'moved',
          status: 200,
          finalUrl: server.url(2, '/new'),
          permanent: true,
        },
        ...{ attempts: 2, reason: 'it has moved for good', where: [{ file: one, line: 4 }] },
      },
      {
        ...of(3, '/wall'),
        verdict: 'blocked',
        status: 403,
        attempts: 2,
        reason: 'it answers 403',
        where: [{ file: two, line: 3 }],
      },
    ]);
    assert.deepEqual([code, err], [1, '']);
    assert.ok(!server.seen.some((one) => one.path === '/code'));
  });

  test('as text and for GitHub', async () => {
    const root = await show();
    const text = await tgik(root, 'links', path(1), '--allow-private', '--no-cache');
    const [gone, old] = [server.url(2, '/gone'), server.url(2, '/old')];
    assert.equal(
      text.out,
      `${path(1)}:4 moved ${old}: it has moved for good, to ${server.url(2, '/new')}\n${path(1)}:5 dead ${gone}: it answers 410\n3 links: 1 dead, 1 moved, 1 ok\n`,
    );
    const github = await tgik(root, 'links', path(1), '--allow-private', '--no-cache', '--format', 'github', '--stats');
    assert.match(
      github.out,
      new RegExp(`^::warning file=${path(1)},line=4,title=link.moved::.*\n::error file=.*line=5,title=link.dead::`),
    );
    assert.match(github.err, /^3 links, 5 requests, 0 known before, \d+\.\d s\n$/);
    assert.deepEqual(await filesIn(cache), []);
  });

  test('exits with 0 where nothing is dead, and refuses private addresses unless allowed', async () => {
    const root = await show();
    const { code, out } = await tgik(root, 'links');
    assert.deepEqual([code, out.split('\n').at(-2), server.seen.length], [0, '4 links: 4 blocked', 0]);
  });

  test('remembers, and asks nobody the second time', async () => {
    const root = await show();
    const options = ['links', '--allow-private', '--format', 'json'];
    const first = await tgik(root, ...options);
    const asked = server.seen.length;
    assert.deepEqual([await tgik(root, ...options), server.seen.length], [first, asked]);
    await tgik(root, ...options, '--no-cache');
    assert.equal(server.seen.length, 2 * asked);
    await writeFile(cacheFileOf(root), '{"version":1,"verd');
    const broken = await tgik(root, ...options);
    assert.match(broken.err, /^tgik: The cache of link verdicts was not sound\. [^\n]+\n$/);
    assert.deepEqual([broken.out, (await filesIn(cache)).length], [first.out, 1]);
  });

  test('leaves alone what the show ignores today', async () => {
    const ignore = (until: string) => ({ url: server.url(2, '/gone'), until, reason: 'they are moving' });
    for (const [until, expected] of [
      ['2024-03-05', 0],
      ['2024-03-04', 1],
    ] as const) {
      const root = await show({ '.tgik.json': JSON.stringify({ links: { ignore: [ignore(until)] } }) });
      assert.equal((await tgik(root, 'links', '--allow-private')).code, expected);
    }
  });

  test('asks about the first notes while the others are read', async () => {
    const root = await folderWith({
      [path(1)]: note(1, 'One'),
      [path(2)]: note(2, 'Two'),
      [path(3)]: note(3, 'Three'),
    });
    const order: string[] = [];
    await loadShow(root, (episode) => {
      order.push(episode.title?.text ?? '');
      setImmediate(() => order.push('time'));
    });
    assert.deepEqual(order.slice(0, 5), ['One', 'time', 'Two', 'time', 'Three']);
  });

  test('says that a host is left in peace', async () => {
    const wait = server.on(4, '*', answer(429, { 'retry-after': '7200' })).replace('*', '/');
    const root = await folderWith({ 'episodes/001/README.md': `# Episode 001 : One\n\n${wait}\n` });
    const { code, out, err } = await tgik(root, 'links', '--allow-private');
    assert.equal(err, 'tgik: 127.0.0.4 is left in peace for 7200 s: it answers 429.\n');
    assert.deepEqual([code, out.split('\n').at(-2)], [0, '1 link: 1 blocked']);
  });

  for (const argv of [
    ['--per-host', '0'],
    ['--timeout', '-1'],
    ['--concurrency', 'many'],
    ['--format', 'sarif'],
  ])
    test(`does not take ${argv.join(' ')}`, async () => {
      const { code, out, err } = await tgik(await show(), 'links', ...argv);
      assert.deepEqual([code, out, server.seen.length], [2, '', 0]);
      assert.match(err, /^tgik: [^\n]+\n$/);
    });

  test('a note without links is fine', async () => {
    const root = await folderWith({ 'episodes/001/README.md': '# Episode 001 : One\n' });
    assert.deepEqual(await tgik(root, 'links'), { code: 0, out: '0 links\n', err: '' });
    assert.equal(note(1, 'x').length > 0, true);
  });
});

suite('the file of verdicts', () => {
  teardown(removeFolders);
  const verdict = { url: 'https://a.io/', verdict: 'ok', status: 200, reason: '', finalUrl: null } as const;
  const all = new Map<string, LinkVerdict>([
    [verdict.url, { ...verdict, permanent: false, attempts: 1, title: null, checkedAt: 1000 }],
  ]);

  test('on a full disk: said, the old one stays, nothing half-written', async () => {
    const root = await folderWith({});
    const file = join(root, 'links', 'x.json');
    const said: string[] = [];
    const good = new VerdictFile(file, (message) => said.push(message));
    await good.write(all, 2000);
    const full = new VerdictFile(file, (message) => said.push(message), {
      async writeFile(name, text) {
        await mkdir(dirname(name), { recursive: true });
        await writeFile(name, text.slice(0, 20));
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
      rename: () => assert.fail('nothing is to be renamed'),
    });
    await full.write(new Map(), 3000);
    assert.deepEqual([await filesIn(root), said.length, await good.read()], [['links/x.json'], 1, all]);
    assert.match(said[0] ?? '', /cannot be written/);
  });

  test('what a killed process left half-written goes, what another is writing stays', async () => {
    const root = await folderWith({ 'x.json.1.1.tmp': '{', 'x.json.2.2.tmp': '{', 'y.json.1.1.tmp': '{' });
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of ['x.json.1.1.tmp', 'y.json.1.1.tmp']) await utimes(join(root, name), old, old);
    await new VerdictFile(join(root, 'x.json'), () => undefined).read();
    assert.deepEqual(await filesIn(root), ['x.json.2.2.tmp', 'y.json.1.1.tmp']);
  });

  test('that is not there is no trouble', async () => {
    const said: string[] = [];
    const read = await new VerdictFile(join(await folderWith({}), 'x.json'), (message) => said.push(message)).read();
    assert.deepEqual([read.size, said], [0, []]);
  });

  test('files of the own repository are those on the disk', async () => {
    const root = await folderWith({
      '.git/config': '[remote "origin"]\n\turl = https://github.com/Ada/Show.git\n',
      'episodes/001/a b.png': '',
    });
    const own = ownFiles(root);
    assert.equal(await own('https://github.com/ada/show/blob/master/episodes/001/a%20b.png'), true);
    for (const url of [
      'https://github.com/ada/show/blob/main/episodes/001/c.png',
      'https://github.com/ada/show/blob/v1/episodes/001/a%20b.png',
      'https://github.com/ada/other/blob/main/episodes/001/a%20b.png',
      'https://github.com/ada/show/blob/main/%2e%2e/x',
      'https://example.com/',
    ])
      assert.equal(await own(url), undefined, url);
    assert.ok((await readFile(join(root, '.git/config'))).length > 0);
  });
});
