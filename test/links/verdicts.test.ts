import assert from 'node:assert/strict';
import type { Verdict } from '../../src/core/links/linkVerdict.js';
import type { Fetch, LinkPorts } from '../../src/links/ports.js';
import {
  answer,
  atFirst,
  type Behaviour,
  byMethod,
  drip,
  hang,
  type LinkServer,
  later,
  reset,
  startLinkServer,
} from '../support/linkServer.js';
import { check, QUICK } from './support.js';

interface Case {
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly verdict: Verdict;
  /** The fewest requests with which this verdict can be had; where the answer is bad, one and a second look. */
  readonly least: number;
  readonly status?: number | null;
}

const to = (path: string, status = 301): Behaviour => answer(status, { location: path });
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();
const limited: Behaviour = (exchange) => answer(429, { 'retry-after': '1' })(exchange);
const limitedByDate: Behaviour = (exchange) => answer(429, { 'retry-after': inSeconds(1.5) })(exchange);

/** Each gets a host of its own. */
const newCases = (): readonly Case[] => [
  { name: 'a page', behaviour: answer(200), verdict: 'ok', least: 1, status: 200 },
  { name: 'a page without content', behaviour: answer(204), verdict: 'ok', least: 1 },
  { name: 'a slow page', behaviour: later(120, answer(200)), verdict: 'ok', least: 1 },
  ...[400, 403, 404, 405, 406, 410, 500, 501].map((status) => ({
    name: `a HEAD that lies with ${status}`,
    behaviour: byMethod(answer(status), answer(200)),
    verdict: 'ok' as const,
    least: 2,
  })),
  { name: 'a HEAD that is reset', behaviour: byMethod(reset, answer(200)), verdict: 'ok', least: 2 },
  { name: 'a HEAD that hangs', behaviour: byMethod(hang, answer(200)), verdict: 'ok', least: 2 },
  { name: '404', behaviour: answer(404), verdict: 'dead', least: 2, status: 404 },
  { name: '410', behaviour: answer(410), verdict: 'dead', least: 2, status: 410 },
  ...[401, 403, 418, 451, 999].map((status) => ({
    name: String(status),
    behaviour: answer(status),
    verdict: 'blocked' as const,
    least: 2,
    status,
  })),
  {
    name: 'a bot wall that says 404',
    behaviour: answer(404, { 'cf-mitigated': 'challenge' }),
    verdict: 'blocked',
    least: 2,
  },
  { name: '429 for seconds', behaviour: atFirst(1, limited, answer(200)), verdict: 'ok', least: 2 },
  { name: '429 until a date', behaviour: atFirst(1, limitedByDate, answer(200)), verdict: 'ok', least: 2 },
  { name: '429 for an hour', behaviour: answer(429, { 'retry-after': '3600' }), verdict: 'blocked', least: 1 },
  { name: '429 again and again', behaviour: answer(429), verdict: 'blocked', least: 3, status: 429 },
  { name: '503 that recovers', behaviour: atFirst(2, answer(503), answer(200)), verdict: 'ok', least: 3 },
  {
    name: '503 for a second',
    behaviour: atFirst(1, answer(503, { 'retry-after': '1' }), answer(200)),
    verdict: 'ok',
    least: 2,
  },
  { name: '502 that stays', behaviour: answer(502), verdict: 'unreachable', least: 3, status: 502 },
  { name: '500 that stays', behaviour: answer(500), verdict: 'unreachable', least: 3, status: 500 },
  { name: 'a reset', behaviour: reset, verdict: 'unreachable', least: 3, status: null },
  { name: 'a reset at first', behaviour: atFirst(1, reset, answer(200)), verdict: 'ok', least: 2 },
  { name: 'a hang', behaviour: hang, verdict: 'unreachable', least: 3 },
  { name: 'a hang at first', behaviour: atFirst(1, hang, answer(200)), verdict: 'ok', least: 2 },
  { name: 'a slow drip', behaviour: byMethod(answer(405), drip), verdict: 'ok', least: 2 },
  { name: '404 at first', behaviour: atFirst(1, answer(404), answer(200)), verdict: 'ok', least: 2 },
  { name: '301', behaviour: to('/there'), verdict: 'moved', least: 2 },
  {
    name: 'a redirect to words',
    behaviour: to(Buffer.from('/wörter', 'utf8').toString('latin1')),
    verdict: 'moved',
    least: 2,
  },
  { name: '308', behaviour: to('/there', 308), verdict: 'moved', least: 2 },
  { name: '302', behaviour: to('/there', 302), verdict: 'ok', least: 2 },
  { name: '307', behaviour: to('/there', 307), verdict: 'ok', least: 2 },
  { name: 'a redirect to a 404', behaviour: to('/gone'), verdict: 'dead', least: 3, status: 404 },
  { name: 'a redirect to a hang', behaviour: to('/hang'), verdict: 'unreachable', least: 4 },
  { name: 'a redirect to itself', behaviour: to('/'), verdict: 'dead', least: 2 },
  { name: 'a circle', behaviour: to('/circle'), verdict: 'dead', least: 4 },
  {
    name: 'a circle that wants a cookie',
    behaviour: answer(302, { location: '/', 'set-cookie': 'a=b' }),
    verdict: 'blocked',
    least: 2,
  },
  { name: 'redirects without end', behaviour: to('/endless/1'), verdict: 'dead', least: 2 * (QUICK.redirects + 1) },
  { name: 'a redirect to nowhere', behaviour: answer(302), verdict: 'unreachable', least: 2 },
  { name: 'a redirect to sign in', behaviour: to('/login?next=/', 302), verdict: 'blocked', least: 2 },
];

/** The command line's client is the default of these tests. */
const clients: Readonly<Record<string, Partial<LinkPorts>>> = {
  'the client of the command line': {},
  'the fetch of the editor': { fetch: globalThis.fetch as Fetch },
};

for (const [client, more] of Object.entries(clients))
  suite(`verdicts on real connections, by ${client}`, function () {
    this.timeout(30_000);
    let server: LinkServer;
    const cases = newCases();
    const urls = new Map<string, Case>();
    let outcome: Awaited<ReturnType<typeof check>>;

    suiteSetup(async () => {
      server = await startLinkServer();
      for (const [at, one] of cases.entries()) {
        const host = at + 10;
        urls.set(server.on(host, '/', one.behaviour), one);
        server.on(host, '/gone', answer(404));
        server.on(host, '/hang', hang);
        server.on(host, '/circle', to('/'));
        for (let hop = 1; hop < 40; hop += 1) server.on(host, `/endless/${hop}`, to(`/endless/${hop + 1}`));
      }
      outcome = await check(urls.keys(), {}, more);
    });
    suiteTeardown(() => server.close());

    for (const [at, one] of cases.entries())
      test(`${one.name}: ${one.verdict}`, () => {
        const verdict = outcome.verdicts.get(server.url(at + 10, '/'));
        assert.equal(verdict?.verdict, one.verdict, JSON.stringify(verdict));
        if (one.status !== undefined) assert.equal(verdict?.status, one.status);
      });

    test('with the requests that are needed, no more', () => {
      const perHost = (host: string): number => server.seen.filter((one) => one.host === host).length;
      const excess = cases.flatMap(({ name, least }, at) => {
        const made = perHost(`127.0.0.${at + 10}`);
        return made > least ? [`${name}: ${made} instead of ${least}`] : [];
      });
      assert.deepEqual(excess, []);
      assert.equal(outcome.requests, server.seen.length);
    });

    test('counts the requests of each verdict', () => {
      for (const [at, { name, least }] of cases.entries())
        assert.equal(outcome.verdicts.get(server.url(at + 10, '/'))?.attempts, least, name);
    });

    test('tells where a moved link leads to, and that a detour does not count', () => {
      const of = (name: string) =>
        outcome.verdicts.get(server.url(cases.findIndex((one) => one.name === name) + 10, '/'));
      assert.match(of('308')?.finalUrl ?? '', /\/there$/);
      assert.deepEqual([of('308')?.permanent, of('302')?.permanent], [true, false]);
      assert.match(of('a redirect to words')?.finalUrl ?? '', /\/w%C3%B6rter$/);
      assert.match(of('302')?.finalUrl ?? '', /\/there$/);
      assert.equal(of('a page')?.finalUrl, null);
    });

    test('an unsound certificate, and no TLS at all: unreachable', async () => {
      const secure = `https://127.0.0.9:${server.tlsPort}/`;
      const plain = `https://127.0.0.9:${server.port}/`;
      const { verdicts } = await check([secure, plain], {}, more);
      for (const url of [secure, plain]) {
        assert.equal(verdicts.get(url)?.verdict, 'unreachable', url);
        assert.match(verdicts.get(url)?.reason ?? '', /certificate/);
      }
    });

    test('a port where nobody listens: unreachable', async () => {
      const { verdicts } = await check(['http://127.0.0.9:1/'], {}, more);
      assert.equal(verdicts.get('http://127.0.0.9:1/')?.verdict, 'unreachable');
    });
  });
