import assert from 'node:assert/strict';
import type { LookUp } from '../../src/links/ports.js';
import { PinnedFetch } from '../../src/node/links/pinnedFetch.js';
import { answer, byMethod, drip, type LinkServer, startLinkServer } from '../support/linkServer.js';
import { check } from './support.js';

suite('the client of the command line', function () {
  this.timeout(30_000);
  let server: LinkServer;
  let client: PinnedFetch;
  setup(async () => {
    server = await startLinkServer();
    client = new PinnedFetch();
  });
  teardown(async () => {
    client.close();
    await server.close();
  });

  /** A name that leads elsewhere each time somebody asks. */
  function rebinding(...addresses: readonly LookUp[]) {
    const asked: string[] = [];
    const lookUp = async (host: string): Promise<LookUp> => {
      asked.push(host);
      return addresses[Math.min(asked.length, addresses.length) - 1] ?? 'missing';
    };
    return { asked, lookUp };
  }
  const named = (host: string, path: string): string => `http://${host}:${server.port}${path}`;
  const hosts = (): string[] => [...new Set(server.seen.map(({ host, headers }) => `${headers.host} at ${host}`))];

  test('connects to the address that was judged, however often the name is bound anew', async () => {
    const { asked, lookUp } = rebinding(['127.0.0.5'], ['127.0.0.6']);
    const urls = Array.from({ length: 10 }, (_, at) => named('rebind.example', `/${at}`));
    server.on(5, '*', byMethod(answer(405), answer(404)));
    const { verdicts } = await check(urls, {}, { lookUp, fetch: client.fetch });
    assert.deepEqual(
      [...verdicts.values()].map(({ verdict }) => verdict),
      Array(10).fill('dead'),
    );
    assert.deepEqual(asked, ['rebind.example']);
    assert.deepEqual(hosts(), [`rebind.example:${server.port} at 127.0.0.5`]);
  });

  test('a name that leads to a private address is refused, also where it leads to a public one as well', async () => {
    for (const address of ['127.0.0.5', '169.254.169.254', '::1', '::ffff:10.0.0.1']) {
      const { lookUp } = rebinding(['93.184.216.34', address]);
      const { verdicts, requests } = await check(
        [named('rebind.example', '/')],
        { policy: { allowPrivate: false } },
        { lookUp, fetch: client.fetch },
      );
      assert.deepEqual(
        [...verdicts.values()].map(({ verdict }) => verdict),
        ['blocked'],
        address,
      );
      assert.equal(requests, 0);
    }
    assert.deepEqual(server.seen, []);
  });

  test('the target of a redirect is judged and pinned likewise', async () => {
    const places: Record<string, LookUp> = { 'a.example': ['127.0.0.5'], 'b.example': ['127.0.0.6'] };
    server.on(5, '/', answer(301, { location: named('b.example', '/there') }));
    const lookUp = async (host: string): Promise<LookUp> => places[host] ?? 'missing';
    const { verdicts } = await check([named('a.example', '/')], {}, { lookUp, fetch: client.fetch });
    assert.deepEqual(
      [...verdicts.values()].map(({ verdict }) => verdict),
      ['moved'],
    );
    assert.deepEqual(hosts(), [`a.example:${server.port} at 127.0.0.5`, `b.example:${server.port} at 127.0.0.6`]);
  });

  test('tries every address of a host', async () => {
    const lookUp = async (): Promise<LookUp> => ['::1', '127.0.0.5']; // the server does not listen at the first
    const { verdicts } = await check([named('both.example', '/')], {}, { lookUp, fetch: client.fetch });
    assert.deepEqual(
      [...verdicts.values()].map(({ verdict }) => verdict),
      ['ok'],
    );
  });

  test('uses a connection again after HEAD, with and without a length; none is left', async () => {
    server.on(5, '*', answer(200));
    server.on(6, '*', answer(200, { 'content-length': '4' }));
    const urls = [5, 6].flatMap((host) => Array.from({ length: 50 }, (_, at) => server.url(host, `/${at}`)));
    await check(urls, { policy: { perHost: 2 } }, { fetch: client.fetch });
    assert.deepEqual([server.seen.length, server.connections()], [100, 4]);
    client.close();
    while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('a host that closes each connection is asked on new ones', async () => {
    server.on(5, '*', answer(200, { connection: 'close' }));
    const urls = Array.from({ length: 10 }, (_, at) => server.url(5, `/${at}`));
    const { verdicts } = await check(urls, {}, { fetch: client.fetch });
    assert.deepEqual(
      [...verdicts.values()].map(({ verdict }) => verdict),
      Array(10).fill('ok'),
    );
    assert.deepEqual([server.seen.length, server.connections()], [10, 10]);
  });

  test('does not read the pages it asks for', async () => {
    server.on(5, '*', byMethod(answer(405), drip));
    await check([server.url(5, '/')], {}, { fetch: client.fetch });
    while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('an answer with long headers is an answer', async () => {
    server.on(5, '/', answer(200, { 'content-security-policy': 'x'.repeat(60_000) }));
    const { verdicts } = await check([server.url(5, '/')], {}, { fetch: client.fetch });
    assert.deepEqual(
      [...verdicts.values()].map(({ verdict }) => verdict),
      ['ok'],
    );
  });
});
