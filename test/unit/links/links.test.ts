import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finalTarget } from '../../../src/core/links/finalTarget.js';
import type { LinkVerdict, Verdict } from '../../../src/core/links/linkVerdict.js';
import { failureOf } from '../../../src/links/answer.js';
import { isPrivateAddress, isPrivateName } from '../../../src/links/privateAddresses.js';
import { locationText, requestUrl } from '../../../src/links/requestUrl.js';
import { parseReset, parseRetryAfter } from '../../../src/links/retryAfter.js';
import { isFresh, readVerdicts, writeVerdicts } from '../../../src/links/verdictCache.js';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2024, 2, 5);

const verdict = (more: Partial<LinkVerdict> = {}): LinkVerdict => ({
  url: 'https://example.com/',
  verdict: 'ok',
  status: 200,
  reason: 'it answers 200',
  finalUrl: null,
  permanent: false,
  attempts: 1,
  title: null,
  checkedAt: NOW,
  ...more,
});

suite('what is asked for when a link is followed', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['https://example.com', 'https://example.com/'],
    ['HTTPS://EXAMPLE.com/A#b', 'https://example.com/A'],
    ['https://ada:secret@example.com/', 'https://example.com/'],
    ['//example.com/x', 'https://example.com/x'],
    ['https://example.com/?q=https://x#y', 'https://example.com/?q=https://x'],
    ['mailto:ada@example.com', undefined],
    ['../077/README.md', undefined],
    ['https://', undefined],
    ['((https://example.com))', undefined],
    ['', undefined],
  ];
  for (const [link, expected] of cases) test(JSON.stringify(link), () => assert.equal(requestUrl(link), expected));
  test('a fragment stays with the new place unless that brings its own', () => {
    assert.equal(finalTarget({ finalUrl: 'https://b.io/' }, 'https://a.io/#x'), 'https://b.io/#x');
    assert.equal(finalTarget({ finalUrl: 'https://b.io/#y' }, 'https://a.io/#x'), 'https://b.io/#y');
    assert.equal(finalTarget({ finalUrl: 'https://b.io/' }, 'https://a.io/'), 'https://b.io/');
  });
});

suite('private addresses', () => {
  const refused =
    '127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1 ' +
    '198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 ff02::1 ::ffff:127.0.0.1 ::ffff:7f00:1 [::1] ' +
    '64:ff9b::10.0.0.1 2002:7f00:1:: 2001:db8::1 nonsense 1.2.3 ::1::2';
  const allowed =
    '8.8.8.8 172.32.0.1 100.128.0.1 169.253.0.1 1.1.1.1 2606:4700:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808';
  for (const address of refused.split(' '))
    test(`${address} is one`, () => assert.equal(isPrivateAddress(address), true));
  for (const address of allowed.split(' '))
    test(`${address} is none`, () => assert.equal(isPrivateAddress(address), false));
  test('any text has an answer', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (text) => typeof isPrivateAddress(text) === 'boolean'),
    ));
  test('names of the own network', () => {
    for (const name of ['localhost', 'a.localhost', 'printer.local', 'metadata.google.internal', 'nas.lan'])
      assert.equal(isPrivateName(name), true, name);
    for (const name of ['local.example.com', 'mylocal', 'internal.io']) assert.equal(isPrivateName(name), false, name);
  });
});

suite('Retry-After', () => {
  const now = Date.parse('Wed, 21 Oct 2015 07:28:00 GMT');
  const cases: readonly (readonly [string | null, number | undefined])[] = [
    ['120', 120_000],
    [' 0 ', 0],
    ['Wed, 21 Oct 2015 07:28:30 GMT', 30_000],
    ['Wed, 21 Oct 2015 07:27:00 GMT', 0],
    ['-3', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [value, expected] of cases)
    test(JSON.stringify(value), () => assert.equal(parseRetryAfter(value, now), expected));
});

suite('a limit that begins anew', () => {
  const now = 1_700_000_000_000;
  const cases: readonly (readonly [string | null, number | undefined])[] = [
    ['1700000030', 30_000],
    ['1699999999', 0],
    ['30', 30_000],
    ['soon', undefined],
    [null, undefined],
  ];
  for (const [value, expected] of cases)
    test(JSON.stringify(value), () => assert.equal(parseReset(value, now), expected));
});

suite('where a redirect leads to', () => {
  const asHeader = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
  const cases: readonly (readonly [string, string])[] = [
    [asHeader('/wörter/日本'), '/wörter/日本'],
    ['/w\u00f6rter', '/wörter'],
    ['/w%C3%B6rter', '/w%C3%B6rter'],
    ['/plain', '/plain'],
  ];
  for (const [value, expected] of cases) test(expected, () => assert.equal(locationText(value), expected));
});

suite('why no answer came', () => {
  const cases = {
    ENOTFOUND: 'missing-host',
    EAI_AGAIN: 'look-up',
    ECONNREFUSED: 'refused',
    ECONNRESET: 'reset',
    UND_ERR_CONNECT_TIMEOUT: 'timeout',
    CERT_HAS_EXPIRED: 'certificate',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
    ENETUNREACH: 'network',
  } as const;
  for (const [code, expected] of Object.entries(cases))
    test(code, () => {
      const cause = Object.assign(new Error('x'), { code });
      assert.equal(failureOf(Object.assign(new TypeError('fetch failed'), { cause })), expected);
      assert.equal(failureOf(new AggregateError([cause])), expected);
    });
  test('of Chromium', () => assert.equal(failureOf(new Error('net::ERR_NAME_NOT_RESOLVED')), 'missing-host'));
  test('of anything', () => {
    const circle: { cause?: unknown } = {};
    circle.cause = circle;
    for (const error of [null, undefined, 'x', 3, circle]) assert.equal(failureOf(error), 'network');
  });
});

suite('kept verdicts', () => {
  const lifetimes: readonly (readonly [Verdict, number])[] = [
    ['ok', 14 * DAY],
    ['moved', 7 * DAY],
    ['dead', DAY],
    ['blocked', DAY / 48],
    ['unreachable', DAY / 144],
  ];
  for (const [kind, life] of lifetimes)
    test(`${kind} holds for ${life / DAY} days`, () => {
      assert.equal(isFresh(verdict({ verdict: kind }), NOW + life - 1), true);
      assert.equal(isFresh(verdict({ verdict: kind }), NOW + life), false);
    });
  test('one from the future does not hold', () => assert.equal(isFresh(verdict(), NOW - 1), false));
  test('are read as they were written', () => {
    const all = new Map([['https://example.com/', verdict({ title: 'T', finalUrl: 'https://b.io/' })]]);
    assert.deepEqual(readVerdicts(writeVerdicts(all, NOW)), all);
  });
  test('are dropped as a whole where anything is wrong', () => {
    const good = writeVerdicts(new Map([['https://example.com/', verdict()]]), NOW);
    for (let at = 0; at < good.length - 1; at += 7) assert.equal(readVerdicts(good.slice(0, at)), undefined);
    for (const [from, to] of [
      ['"ok"', '"fine"'],
      ['"version":1', '"version":2'],
      ['200', '"200"'],
      ['false', '0'],
    ] as const)
      assert.equal(readVerdicts(good.replace(from, to)), undefined, to);
    for (const text of ['', 'null', '[]', '{}', '3']) assert.equal(readVerdicts(text), undefined);
  });
});
