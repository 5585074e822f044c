import assert from 'node:assert/strict';
import { checkLinks } from '../../src/links/checkLinks.js';
import { systemClock } from '../../src/node/links/nodePorts.js';
import { answer, hang, type LinkServer, later, startLinkServer } from '../support/linkServer.js';
import { check, ports, QUICK } from './support.js';

/** A clock that knows which of its timers are still running. */
function countingClock() {
  const timers = new Set<object>();
  return {
    running: () => timers.size,
    now: systemClock.now,
    after(ms: number, run: () => void) {
      const timer = {};
      timers.add(timer);
      const cancel = systemClock.after(ms, () => {
        timers.delete(timer);
        run();
      });
      return () => {
        timers.delete(timer);
        cancel();
      };
    },
  };
}

suite('what is left behind', function () {
  this.timeout(30_000);
  let server: LinkServer;
  setup(async () => {
    server = await startLinkServer();
  });
  teardown(() => server.close());

  const urlsOf = (count: number): string[] =>
    Array.from({ length: count }, (_, at) => server.url(2 + (at % 50), `/${at}`));

  test('5,000 URLs: every verdict, no timer', async () => {
    const clock = countingClock();
    const { verdicts, requests } = await check(urlsOf(5000), { policy: { timeout: 30_000 } }, { clock });
    assert.deepEqual([verdicts.size, requests, clock.running()], [5000, 5000, 0]);
    assert.ok(Math.max(...server.most.values()) <= QUICK.perHost);
  });

  test('cancelling: what is known is given, nothing more is asked, no request or timer stays', async () => {
    for (let host = 2; host < 52; host += 1) server.on(host, '*', later(10, host % 5 === 0 ? hang : answer(200)));
    const clock = countingClock();
    const cancel = new AbortController();
    const outcome = await check(
      urlsOf(5000),
      {
        signal: cancel.signal,
        onVerdict: (_verdict, done) => {
          if (done === 100) cancel.abort();
        },
      },
      { clock },
    );
    assert.equal(outcome.cancelled, true);
    assert.ok(outcome.verdicts.size >= 100 && outcome.verdicts.size < 300, String(outcome.verdicts.size));
    assert.equal(clock.running(), 0);
    await new Promise((resolve) => setTimeout(resolve, 200)); // what was on its way arrives
    const asked = server.seen.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(server.seen.length, asked);
  });

  test('cancelling while a host asks to wait, or a retry is due: at once, without a timer', async () => {
    server.on(2, '*', answer(429, { 'retry-after': '4' }));
    server.on(3, '*', answer(503));
    const clock = countingClock();
    const cancel = new AbortController();
    const running = check(
      [server.url(2, '/a'), server.url(2, '/b'), server.url(3, '/')],
      { signal: cancel.signal, policy: { backoff: 60_000 } },
      { clock },
    );
    while (server.seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 20));
    cancel.abort();
    assert.deepEqual([(await running).verdicts.size, clock.running()], [0, 0]);
  });

  test('cancelling while a host is looked up, or the network is: at once', async () => {
    const never = new Promise<never>(() => undefined);
    for (const hanging of [{ lookUp: () => never }, { lookUp: async () => 'failed' as const, isOnline: () => never }]) {
      const clock = countingClock();
      const cancel = new AbortController();
      const running = check(['http://a.example/'], { signal: cancel.signal }, { clock, ...hanging });
      await new Promise((resolve) => setTimeout(resolve, 150));
      cancel.abort();
      assert.deepEqual([(await running).verdicts.size, clock.running()], [0, 0]);
    }
  });

  test('cancelled before it starts: nothing is asked', async () => {
    const outcome = await check(urlsOf(100), { signal: AbortSignal.abort() });
    assert.deepEqual([outcome.verdicts.size, server.seen.length, outcome.cancelled], [0, 0, true]);
  });

  test('losing the network: nothing at all is said of links that could not be asked', async () => {
    let lost = false;
    const known = new Map();
    const outcome = await checkLinks(
      Array.from({ length: 40 }, (_, at) => `http://host${at}.example/`),
      ports({
        lookUp: async () => (lost ? 'failed' : ['127.0.0.2']),
        isOnline: async () => !lost,
        fetch: async (_url, init) => {
          if (lost) throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENETUNREACH' } });
          return fetch(server.url(2, '/'), init) as never;
        },
      }),
      {
        policy: { ...QUICK, backoff: 1, concurrency: 1 },
        signal: new AbortController().signal,
        known,
        onVerdict: (_verdict, done) => {
          lost = done >= 10;
        },
      },
    );
    assert.equal(outcome.offline, true);
    assert.ok(outcome.verdicts.size >= 10 && outcome.verdicts.size < 40);
    for (const { verdict } of outcome.verdicts.values()) assert.equal(verdict, 'ok');
    assert.deepEqual([...known.keys()], [...outcome.verdicts.keys()]);
  });
});
