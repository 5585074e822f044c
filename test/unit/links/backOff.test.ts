import assert from 'node:assert/strict';
import { checkLinks } from '../../../src/links/checkLinks.js';
import { DEFAULT_POLICY } from '../../../src/links/policy.js';

type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

/** A world whose time passes only by waiting; every page gives the same answers, one after the other. */
async function inTime(links: readonly string[], answers: readonly Answer[], random = 0) {
  let now = 1_700_000_000_000;
  const start = now;
  const timers = new Map<object, { at: number; run(): void }>();
  const asked = new Map<string, number>();
  const at: string[] = [];
  const paused: string[] = [];
  const lines: string[] = [];
  const done = checkLinks(
    links,
    {
      fetch: async (url, { method }) => {
        at.push(`${method} ${new URL(url).pathname} after ${(now - start) / 1000} s`);
        const nth = asked.get(url) ?? 0;
        asked.set(url, nth + 1);
        const { status, headers = {} } = answers[Math.min(nth, answers.length - 1)] ?? { status: 200 };
        return { status, headers: { get: (name) => headers[name] ?? null }, body: null, text: async () => '' };
      },
      lookUp: async () => ['93.184.216.34'],
      clock: {
        now: () => now,
        after(ms, run) {
          const timer = {};
          timers.set(timer, { at: now + ms, run });
          return () => timers.delete(timer);
        },
      },
      random: () => random,
      isOnline: async () => true,
      trace: (line) => lines.push(line),
    },
    {
      policy: { ...DEFAULT_POLICY, perHost: 1 },
      signal: new AbortController().signal,
      onPaused: (host, ms) => paused.push(`${host} for ${ms / 1000} s`),
    },
  );
  let over = false;
  void done.finally(() => {
    over = true;
  });
  for (;;) {
    await new Promise(setImmediate);
    if (over) break;
    const [timer, next] = [...timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
    if (!timer || !next) continue;
    timers.delete(timer);
    now = Math.max(now, next.at);
    next.run();
  }
  const verdicts = [...(await done).verdicts.values()].map(({ verdict }) => verdict);
  return { verdicts, at, paused, lines };
}

const inSeconds = (seconds: number): string => String(1_700_000_000 + seconds);

suite('when a host is asked again', () => {
  test('what may pass: after one second and two, by chance up to half as long again', async () => {
    for (const [random, first, second] of [
      [0, 1, 3],
      [0.5, 1.25, 3.75],
      [1, 1.5, 4.5],
    ] as const) {
      const { at, verdicts } = await inTime(['https://a.io/'], [{ status: 503 }], random);
      assert.deepEqual(at, ['HEAD / after 0 s', `GET / after ${first} s`, `GET / after ${second} s`]);
      assert.deepEqual(verdicts, ['unreachable']);
    }
  });

  test('a limit that is used up holds the host until it begins anew, as GitHub says it', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(40) };
    const { at, verdicts, paused } = await inTime(['https://a.io/'], [{ status: 403, headers }, { status: 200 }]);
    assert.deepEqual([at, verdicts], [['HEAD / after 0 s', 'GET / after 40 s'], ['ok']]);
    assert.deepEqual(paused, ['a.io for 40 s']);
  });

  test('where that is too long, the host is left alone: nothing is known', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(3600) };
    const { at, verdicts } = await inTime(['https://a.io/', 'https://a.io/b'], [{ status: 403, headers }]);
    assert.deepEqual([at, verdicts], [['HEAD / after 0 s'], ['blocked', 'blocked']]);
  });

  test('429 without a word on how long: longer each time', async () => {
    const { at, verdicts } = await inTime(['https://a.io/'], [{ status: 429 }]);
    assert.deepEqual([at.length, verdicts], [3, ['blocked']]);
    assert.deepEqual(at, ['HEAD / after 0 s', 'GET / after 1 s', 'GET / after 3 s']);
  });

  test('every request has its line in the log', async () => {
    const { lines } = await inTime(['https://a.io/'], [{ status: 405 }, { status: 200 }]);
    assert.deepEqual(lines, ['HEAD https://a.io/ → 405 in 0 ms', 'GET https://a.io/ → 200 in 0 ms']);
  });
});
