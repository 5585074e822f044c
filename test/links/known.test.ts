import assert from 'node:assert/strict';
import type { LinkVerdict, Verdict } from '../../src/core/links/linkVerdict.js';
import { LinkCheck } from '../../src/links/checkLinks.js';
import { answer, atFirst, type LinkServer, startLinkServer } from '../support/linkServer.js';
import { check, ports, QUICK } from './support.js';

const DAY = 24 * 60 * 60 * 1000;

suite('what is known from before', function () {
  this.timeout(30_000);
  let server: LinkServer;
  setup(async () => {
    server = await startLinkServer();
  });
  teardown(() => server.close());

  const verdict = (url: string, kind: Verdict, ageInDays: number, more: Partial<LinkVerdict> = {}): LinkVerdict => ({
    ...{ url, verdict: kind, status: 200, reason: 'it answers 200', finalUrl: null, permanent: false },
    ...{ attempts: 1, title: null, checkedAt: Date.now() - ageInDays * DAY, ...more },
  });
  const knowing = (...verdicts: readonly LinkVerdict[]) => new Map(verdicts.map((one) => [one.url, one]));

  test('is not asked for while it holds, is when it is older, and anew where that is wanted', async () => {
    const url = server.url(2, '/');
    const ask = async (age: number, anew = false): Promise<number> => {
      const { verdicts, requests, fromCache } = await check([url], { known: knowing(verdict(url, 'ok', age)), anew });
      assert.deepEqual([verdicts.size, fromCache], [1, 1 - requests]);
      return requests;
    };
    assert.deepEqual([await ask(13), await ask(15), await ask(13, true)], [0, 1, 1]);
  });

  test('what was good is called dead only after another look than those of every link', async () => {
    const url = server.on(2, '/', answer(404));
    const known = knowing(verdict(url, 'ok', 20));
    const { verdicts, requests } = await check([url], { known });
    assert.deepEqual([verdicts.get(url)?.verdict, requests, known.get(url)?.verdict], ['dead', 3, 'dead']);
  });

  test('what was good and fails for a moment stays good', async () => {
    const url = server.on(2, '/', atFirst(2, answer(404), answer(200)));
    const known = knowing(verdict(url, 'ok', 20));
    const { verdicts } = await check([url], { known });
    assert.deepEqual([verdicts.get(url)?.verdict, known.get(url)?.verdict], ['ok', 'ok']);
  });

  test('what was refused as private is asked once that is allowed', async () => {
    const url = server.url(2, '/');
    const known = new Map<string, LinkVerdict>();
    await check([url], { known, policy: { allowPrivate: false } });
    assert.equal(known.get(url)?.verdict, 'blocked');
    await check([url], { known });
    assert.deepEqual([known.get(url)?.verdict, server.seen.length], ['ok', 1]);
  });

  test('links that come one after the other are asked at once, and once', async () => {
    const check = new LinkCheck(ports(), { policy: QUICK, signal: new AbortController().signal });
    check.add([server.url(2, '/a')]);
    while (server.seen.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    check.add([server.url(2, '/a#there'), server.url(2, '/b')]);
    check.add([server.url(2, '/b')]);
    const { verdicts, requests } = await check.outcome();
    assert.deepEqual([[...verdicts.keys()].sort(), requests], [[server.url(2, '/a'), server.url(2, '/b')], 2]);
  });

  test('a file of the show that is gone from the disk is asked for', async () => {
    const url = server.on(2, '/', answer(404));
    const known = new Map<string, LinkVerdict>();
    await check([url], { known }, { ownFile: async () => true });
    assert.deepEqual([known.get(url)?.verdict, server.seen.length], ['ok', 0]);
    await check([url], { known }, { ownFile: async () => undefined });
    assert.equal(known.get(url)?.verdict, 'dead');
  });
});
