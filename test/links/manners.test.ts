import assert from 'node:assert/strict';
import type { Hold } from '../../src/links/hostQueues.js';
import { answer, atFirst, hang, type LinkServer, later, startLinkServer } from '../support/linkServer.js';
import { check, QUICK } from './support.js';

suite('manners, on real connections', function () {
  this.timeout(30_000);
  let server: LinkServer;
  setup(async () => {
    server = await startLinkServer();
  });
  teardown(() => server.close());

  const pages = (host: number, count: number): string[] =>
    Array.from({ length: count }, (_, at) => server.url(host, `/${at}`));
  const times = (host: number): number[] =>
    server.seen.filter((one) => one.host === `127.0.0.${host}`).map(({ at }) => at);

  for (const perHost of [1, 2, 5])
    test(`never more than ${perHost} requests at once to a host`, async () => {
      for (const host of [2, 3]) server.on(host, '*', later(5, answer(host === 2 ? 200 : 404)));
      const { verdicts } = await check([...pages(2, 30), ...pages(3, 30)], { policy: { perHost } });
      assert.equal(verdicts.size, 60);
      assert.deepEqual([...server.most.values()], [perHost, perHost]);
    });

  test('never more in all than configured', async () => {
    let [running, most] = [0, 0];
    for (let host = 2; host < 22; host += 1)
      server.on(host, '*', (exchange) => {
        running += 1;
        most = Math.max(most, running);
        exchange.response.on('close', () => {
          running -= 1;
        });
        later(5, answer(200))(exchange);
      });
    const urls = Array.from({ length: 20 }, (_, at) => pages(at + 2, 5)).flat();
    await check(urls, { policy: { concurrency: 7 } });
    assert.equal(most, 7);
  });

  test('one request for each distinct URL, fragments and credentials apart, redirects’ targets included', async () => {
    server.on(2, '/old', answer(301, { location: '/new' }));
    server.on(2, '/older', answer(301, { location: '/new#there' }));
    const url = server.url(2, '/new');
    await check([
      url,
      `${url}#a`,
      `${url}#b`,
      url.replace('//', '//ada:secret@'),
      server.url(2, '/old'),
      server.url(2, '/older'),
    ]);
    assert.deepEqual(server.seen.map(({ path }) => path).sort(), ['/new', '/old', '/older']);
    for (const { headers } of server.seen) {
      assert.deepEqual([headers.authorization, headers.cookie], [undefined, undefined]);
      assert.equal(headers['user-agent'], QUICK.userAgent);
    }
  });

  test('asks a host whose HEAD lies with GET from then on', async () => {
    server.on(2, '*', (exchange) => answer(exchange.request.method === 'HEAD' ? 404 : 200)(exchange));
    const { verdicts } = await check(pages(2, 20), { policy: { perHost: 1 } });
    assert.ok([...verdicts.values()].every(({ verdict }) => verdict === 'ok'));
    const heads = server.seen.filter(({ method }) => method === 'HEAD').length;
    assert.ok(heads <= 2, `${heads} times HEAD`);
    assert.equal(server.seen.length, 20 + heads);
  });

  for (const form of ['seconds', 'date'] as const)
    test(`Retry-After in ${form} keeps every request from its host, and from no other`, async () => {
      let allowed = 0;
      const limit = atFirst(
        1,
        (exchange) => {
          const date = new Date(Math.ceil((Date.now() + 1000) / 1000) * 1000);
          allowed = form === 'date' ? date.getTime() : Date.now() + 1000;
          answer(429, { 'retry-after': form === 'date' ? date.toUTCString() : '1' })(exchange);
        },
        answer(200),
      );
      server.on(2, '*', limit);
      const { verdicts } = await check([...pages(2, 6), ...pages(3, 6)], { policy: { perHost: 1 } });
      assert.ok([...verdicts.values()].every(({ verdict }) => verdict === 'ok'));
      const [first, ...rest] = times(2);
      assert.ok(first !== undefined && rest.length === 6);
      for (const at of rest) assert.ok(at >= allowed, `${allowed - at} ms too early`);
      for (const at of times(3)) assert.ok(at < allowed);
    });

  test('a host that asks to wait for long is left alone: blocked, with one request', async () => {
    server.on(2, '*', answer(429, { 'retry-after': '7200' }));
    const paused: string[] = [];
    const { verdicts } = await check(pages(2, 40), {
      policy: { perHost: 1 },
      onPaused: (host, _ms, why) => paused.push(`${host}: ${why}`),
    });
    assert.ok([...verdicts.values()].every(({ verdict }) => verdict === 'blocked'));
    assert.equal(server.seen.length, 1);
    assert.deepEqual(paused, ['127.0.0.2: it answers 429']);
  });

  test('a host that has asked to wait is left alone by the next check as well', async () => {
    server.on(2, '*', answer(429, { 'retry-after': '7200' }));
    const holds = new Map<string, Hold>();
    await check([server.url(2, '/a')], { holds });
    const { verdicts, requests } = await check([server.url(2, '/b'), server.url(3, '/')], { holds });
    assert.deepEqual([...verdicts.values()].map(({ verdict }) => verdict).sort(), ['blocked', 'ok']);
    assert.deepEqual([requests, server.seen.length], [1, 2]);
  });

  test('a host that fails on and on is paused, said so, then left alone', async () => {
    server.on(2, '*', hang);
    const paused: string[] = [];
    const { verdicts } = await check(pages(2, 100), {
      policy: { timeout: 10, backoff: 1 },
      onPaused: (host, ms) => paused.push(`${host} ${ms}`),
    });
    assert.ok([...verdicts.values()].every(({ verdict }) => verdict === 'unreachable'));
    assert.ok(server.seen.length <= 2 * QUICK.breaker + 2, String(server.seen.length));
    assert.deepEqual(paused, [`127.0.0.2 ${QUICK.pause}`]);
  });

  test('a slow host holds up nobody', async () => {
    server.on(2, '*', hang);
    const order: string[] = [];
    const urls = [...pages(2, 4), ...Array.from({ length: 10 }, (_, at) => pages(at + 3, 10)).flat()];
    await check(urls, { policy: { timeout: 100 }, onVerdict: ({ url }) => order.push(new URL(url).hostname) });
    assert.deepEqual(order.slice(-4), Array(4).fill('127.0.0.2'));
  });

  test('private addresses are refused, also after a redirect; none of their hosts is asked', async () => {
    const { verdicts } = await check([server.url(2, '/'), 'http://localhost/', 'http://[::1]/', 'http://0x7f.1/'], {
      policy: { allowPrivate: false },
    });
    assert.equal(verdicts.size, 4);
    for (const { verdict, reason, attempts } of verdicts.values())
      assert.deepEqual([verdict, attempts, /private/.test(reason)], ['blocked', 0, true]);
    assert.deepEqual(server.seen, []);
  });
});
