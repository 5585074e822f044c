import assert from 'node:assert/strict';
import { readKnownIndex, writeKnownIndex } from '../../../../src/core/archive/knownIndex.js';
import { summarizeNote } from '../../../../src/core/archive/noteSummary.js';
import { parseIndex } from '../../../../src/core/archive/parseIndex.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { fingerprint } from '../../../../src/core/text/fingerprint.js';

const NOTE = parseEpisode(`# Episode 7 : Bread : rye Part 2

- Hosted by @ada, @grace
- Recording date: 03/02/2020
- https://youtu.be/abcdefghijk

## Week in Review

- [news](https://www.example.com/a/?utm_source=x#top) and https://example.com/a
- [site](https://example.com/)

## Show Notes

- [x] rye tgik.io/003
  - [ ] flour
  - [x] water
- [ ] wheat
  - [x] mill

<a name="End"></a>
`);

suite('a note’s summary', () => {
  const summary = summarizeNote(NOTE);

  test('is what the archive is asked for', () =>
    assert.deepEqual(summary, {
      title: 'Bread : rye Part 2',
      segments: ['Bread', 'rye Part 2'],
      titleNumber: 7,
      hosts: ['@ada', '@grace'],
      date: '2020-03-02',
      dateIsIso: false,
      videoId: 'abcdefghijk',
      progress: { done: 3, total: 5 },
      told: {
        safeHosts: ['youtu.be', 'www.example.com', 'example.com'],
        files: [],
        news: ['example.com/a'],
      },
      details: {
        topics: [
          [
            ['rye', true, false],
            ['wheat', false, true],
          ],
          [
            ['flour', false, false],
            ['water', true, false],
            ['mill', true, false],
          ],
        ],
        links: [
          'https://youtu.be/abcdefghijk',
          'https://www.example.com/a/?utm_source=x#top',
          'https://example.com/a',
          'https://example.com/',
        ],
        anchors: ['episode-7--bread--rye-part-2', 'week-in-review', 'show-notes', 'end'],
      },
    }));

  test('is plain data', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
    assert.deepEqual(structuredClone(summary), summary);
  });
});

suite('an index kept from session to session', () => {
  const text = '# All\n\n- [007: Bread](episodes/007/README.md)\n- [006: Brød](episodes/006/README.md)\n';
  const print = fingerprint(text);
  const index = parseIndex(text);
  const stored = writeKnownIndex('1.0 TGIK', print, index, (some) => new TextEncoder().encode(some));
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const read = (bytes = stored) => readKnownIndex('1.0 TGIK', print, text, bytes, decode);

  test('comes back as it was', () => {
    assert.deepEqual(read()?.entries, index.entries);
    assert.equal(read()?.text, text);
  });

  test('is nothing to another text, another version or other settings', () => {
    assert.equal(readKnownIndex('1.0 TGIK', fingerprint('other'), 'other', stored, decode), undefined);
    assert.equal(readKnownIndex('1.1 TGIK', print, text, stored, decode), undefined);
  });

  test('is told apart where it is cut off or damaged, before anybody asks for its lines', () => {
    for (let end = 0; end < stored.length; end++) assert.throws(() => read(stored.slice(0, end)));
    const top = stored.indexOf(10) + 4;
    for (let at = top; at < stored.length; at++) {
      const changed = stored.slice();
      changed[at] = (changed[at] ?? 0) ^ 4;
      assert.throws(() => read(changed));
    }
  });
});

suite('fingerprints', () => {
  test('differ where texts differ', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'a\n', '\u0000', '🎉', `${'x'.repeat(9999)}y`, 'x'.repeat(10_000)];
    assert.equal(new Set(texts.map(fingerprint)).size, texts.length);
    assert.equal(fingerprint('same'), fingerprint('same'));
  });
});
