import assert from 'node:assert/strict';
import type { LinkVerdict, Verdict } from '../../../src/core/links/linkVerdict.js';
import { checkLinks } from '../../../src/links/checkLinks.js';
import { DEFAULT_POLICY } from '../../../src/links/policy.js';
import type { LookUp } from '../../../src/links/ports.js';
import { parseGitHubFile, parseRemotes } from '../../../src/links/sites/gitHub.js';
import { isSignInPage } from '../../../src/links/sites/index.js';

type Page = { status: number; to?: string; body?: string };

/** A world of pages; a wait takes no time in it. What is not in it answers 404. */
async function inWorld(
  pages: Readonly<Record<string, Page | number>>,
  links: readonly string[],
  more: {
    lookUp?(host: string): Promise<LookUp>;
    known?: Map<string, LinkVerdict>;
    online?: boolean;
    own?: string;
  } = {},
) {
  const asked: string[] = [];
  const { verdicts } = await checkLinks(
    links,
    {
      fetch: async (url) => {
        asked.push(url);
        const found = pages[url] ?? 404;
        const { status, to = null, body = '' } = typeof found === 'number' ? { status: found } : found;
        const headers = { get: (name: string) => (name === 'location' ? to : null) };
        return { status, headers, body: null, text: async () => body };
      },
      lookUp: more.lookUp ?? (async () => ['93.184.216.34']),
      clock: {
        now: () => 1_000_000,
        after: (_ms, run) => {
          let off = false;
          if (_ms < DEFAULT_POLICY.timeout) queueMicrotask(() => off || run());
          return () => {
            off = true;
          };
        },
      },
      random: () => 0.5,
      isOnline: async () => more.online ?? true,
      ownFile: async (url) => url === more.own || undefined,
    },
    {
      policy: DEFAULT_POLICY,
      signal: new AbortController().signal,
      ownHosts: ['tgik.io'],
      ...(more.known ? { known: more.known } : {}),
    },
  );
  return { verdicts: [...verdicts.values()], asked };
}

const oEmbed = (id: string): string =>
  `https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D${id}`;
const thumbnail = (id: string): string => `https://i.ytimg.com/vi/${id}/hqdefault.jpg`;

suite('YouTube', () => {
  const ID = 'abcdefghijk';
  const link = `https://www.youtube.com/watch?v=${ID}&t=3`;
  const cases: readonly (readonly [string, number, number, Verdict])[] = [
    ['a video', 200, 404, 'ok'],
    ['a removed video', 404, 200, 'dead'],
    ['a video that may not be embedded', 401, 200, 'ok'],
    ['a private video', 403, 404, 'dead'],
    ['an id of no video', 400, 404, 'dead'],
    ['a wall before both', 403, 403, 'blocked'],
    ['trouble at YouTube', 500, 500, 'unreachable'],
  ];
  for (const [name, first, second, expected] of cases)
    test(`${name}: ${expected}`, async () => {
      const { verdicts, asked } = await inWorld({ [oEmbed(ID)]: first, [thumbnail(ID)]: second, [link]: 200 }, [link]);
      assert.deepEqual([verdicts[0]?.verdict, verdicts[0]?.url], [expected, link]);
      assert.ok(!asked.includes(link));
    });
  test('tells the title, and asks once for all forms of a link', async () => {
    const page = { status: 200, body: '{"title":"How to tie a bowline"}' };
    const links = [link, `https://youtu.be/${ID}`, `https://www.youtube.com/embed/${ID}?start=1`];
    const { verdicts, asked } = await inWorld({ [oEmbed(ID)]: page }, links);
    assert.deepEqual(
      verdicts.map(({ title }) => title),
      Array(3).fill('How to tie a bowline'),
    );
    assert.deepEqual(asked, [oEmbed(ID)]);
  });
  test('thumbnails and channels are pages like any other', async () => {
    const links = [thumbnail(ID), 'https://www.youtube.com/c/tgik'];
    const { verdicts } = await inWorld({ [links[0] as string]: 200, [links[1] as string]: 404 }, links);
    assert.deepEqual(verdicts.map(({ verdict }) => verdict).sort(), ['dead', 'ok']);
  });
});

suite('GitHub', () => {
  test('a branch that was renamed has moved for good, also with lines named', async () => {
    const from = 'https://github.com/a/b/blob/master/docs/x.md';
    const to = 'https://github.com/a/b/blob/main/docs/x.md';
    const { verdicts, asked } = await inWorld({ [from]: { status: 302, to }, [to]: 200 }, [`${from}#L10-L20`]);
    assert.deepEqual([verdicts[0]?.verdict, verdicts[0]?.finalUrl, asked], ['moved', to, [from, to]]);
  });
  test('another detour is none', async () => {
    const [from, to] = ['https://github.com/a/b/releases/latest', 'https://github.com/a/b/releases/tag/v1'];
    const { verdicts } = await inWorld({ [from]: { status: 302, to }, [to]: 200 }, [from]);
    assert.deepEqual([verdicts[0]?.verdict, verdicts[0]?.finalUrl], ['ok', to]);
  });
  test('files, with their branch and path', () => {
    assert.deepEqual(parseGitHubFile('https://github.com/a/b/tree/main/x%20y/?plain=1#L3'), {
      owner: 'a',
      repository: 'b',
      branch: 'main',
      path: 'x y',
    });
    assert.equal(parseGitHubFile('https://github.com/a/b/issues/3'), undefined);
    assert.equal(parseGitHubFile('https://github.com/a/b/blob/main/%E0%A4%A'), undefined);
  });
  test('remotes of a repository', () =>
    assert.deepEqual(
      parseRemotes(
        '[remote "origin"]\n\turl = git@github.com:Ada/show.git\n[remote "b"]\n url = https://github.com/c/d\n',
      ),
      [
        { owner: 'Ada', repository: 'show' },
        { owner: 'c', repository: 'd' },
      ],
    ));
  test('a file of the own show is looked up on the disk, without a request', async () => {
    const own = 'https://github.com/a/show/blob/main/x.md';
    const { verdicts, asked } = await inWorld({}, [own], { own });
    assert.deepEqual([verdicts[0]?.verdict, verdicts[0]?.attempts, asked], ['ok', 0, []]);
  });
});

suite('redirects', () => {
  test('a shortener’s target is what lasts, whatever status it says it with', async () => {
    const { verdicts } = await inWorld(
      { 'https://t.co/x': { status: 302, to: 'https://b.io/' }, 'https://b.io/': 200 },
      ['https://t.co/x'],
    );
    assert.deepEqual([verdicts[0]?.verdict, verdicts[0]?.finalUrl], ['moved', 'https://b.io/']);
  });
  test('the show’s own short links never move', async () => {
    const pages = { 'http://tgik.io/093': { status: 301, to: 'https://github.com/x' }, 'https://github.com/x': 200 };
    assert.equal((await inWorld(pages, ['http://tgik.io/093'])).verdicts[0]?.verdict, 'ok');
  });
  test('what is for good ends where a detour begins', async () => {
    const pages = {
      'http://a.io/': { status: 301, to: 'https://a.io/' },
      'https://a.io/': { status: 302, to: '/en/' },
      'https://a.io/en/': 200,
    };
    const { verdicts } = await inWorld(pages, ['http://a.io/']);
    assert.deepEqual([verdicts[0]?.verdict, verdicts[0]?.finalUrl], ['moved', 'https://a.io/']);
  });
  test('pages that only ask to sign in', () => {
    for (const url of [
      'https://accounts.google.com/v3/signin',
      'https://a.io/login?next=x',
      'https://github.com/login',
    ])
      assert.equal(isSignInPage(url), true, url);
    for (const url of ['https://a.io/login-systems', 'https://a.io/blog/login'])
      assert.equal(isSignInPage(url), false, url);
  });
});

suite('hosts', () => {
  test('that do not exist: dead, asked twice', async () => {
    let times = 0;
    const lookUp = async (): Promise<LookUp> => {
      times += 1;
      return 'missing';
    };
    const { verdicts, asked } = await inWorld({}, ['https://gone.example/'], { lookUp });
    assert.deepEqual([verdicts[0]?.verdict, times, asked], ['dead', 2, []]);
  });
  test('of an offline machine: nothing is said', async () => {
    const { verdicts } = await inWorld({}, ['https://gone.example/'], { lookUp: async () => 'missing', online: false });
    assert.deepEqual(verdicts, []);
  });
  test('that a proxy looks up are asked', async () => {
    const { verdicts } = await inWorld({ 'https://a.io/': 200 }, ['https://a.io/'], { lookUp: async () => 'unknown' });
    assert.equal(verdicts[0]?.verdict, 'ok');
  });
  test('with a private address among theirs are refused, also behind a redirect', async () => {
    const lookUp = async (host: string): Promise<LookUp> => (host === 'b.io' ? ['8.8.8.8', '10.0.0.1'] : ['8.8.8.8']);
    const pages = { 'https://a.io/': { status: 301, to: 'https://b.io/' }, 'https://b.io/': 200 };
    const { verdicts, asked } = await inWorld(pages, ['https://a.io/', 'https://b.io/'], { lookUp });
    assert.deepEqual([verdicts.map(({ verdict }) => verdict), asked], [['blocked', 'blocked'], ['https://a.io/']]);
  });
});

suite('what was known before', () => {
  const before = (verdict: Verdict, age: number): LinkVerdict => ({
    url: 'https://a.io/',
    verdict,
    status: 200,
    reason: '',
    finalUrl: null,
    permanent: false,
    attempts: 1,
    title: null,
    checkedAt: 1_000_000 - age,
  });
  const known = (verdict: LinkVerdict) => new Map([[verdict.url, verdict]]);
  const MONTH = 31 * 24 * 3600 * 1000;

  test('is not asked again while it holds', async () => {
    const { verdicts, asked } = await inWorld({}, ['https://a.io/#x'], { known: known(before('ok', 1000)) });
    assert.deepEqual([verdicts[0]?.verdict, asked], ['ok', []]);
  });
  test('a failed check of a good link gets a second look, then holds', async () => {
    const all = known(before('ok', MONTH));
    const { verdicts, asked } = await inWorld({}, ['https://a.io/'], { known: all });
    assert.deepEqual([verdicts[0]?.verdict, asked.length, all.get('https://a.io/')?.verdict], ['dead', 3, 'dead']);
  });
  test('a bad link gets none', async () => {
    const { asked } = await inWorld({}, ['https://a.io/'], { known: known(before('dead', MONTH)) });
    assert.equal(asked.length, 2);
  });
});
