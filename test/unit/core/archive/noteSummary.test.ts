import assert from 'node:assert/strict';
import { readKnownIndex, writeKnownIndex } from '../../../../src/core/archive/knownIndex.js';
import { type KnownNote, readKnownNotes, writeKnownNotes } from '../../../../src/core/archive/knownNotes.js';
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
      news: ['example.com/a'],
      anchors: ['episode-7--bread--rye-part-2', 'week-in-review', 'show-notes', 'end'],
    }));

  test('is plain data', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
    assert.deepEqual(structuredClone(summary), summary);
  });
});

suite('an index kept from session to session', () => {
  const text = '# All\n\n- [007: Bread](episodes/007/README.md)\n';
  const index = parseIndex(text);
  const stored = writeKnownIndex('1.0 TGIK', fingerprint(text), index);

  test('comes back as it was', () =>
    assert.deepEqual(readKnownIndex('1.0 TGIK', fingerprint(text), text, stored), index));

  test('is nothing to another text, another version or other settings', () => {
    assert.equal(readKnownIndex('1.0 TGIK', fingerprint('other'), 'other', stored), undefined);
    assert.equal(readKnownIndex('1.1 TGIK', fingerprint(text), text, stored), undefined);
  });

  test('is told apart where it is damaged', () => {
    for (const damaged of ['', stored.slice(0, -9), JSON.stringify(['1.0 TGIK', fingerprint(text)]), 'null'])
      assert.throws(() => readKnownIndex('1.0 TGIK', fingerprint(text), text, damaged));
  });
});

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

suite('notes kept from session to session', () => {
  const known = new Map<string, KnownNote>([
    ['episodes/007/README.md', { stamp: '1-2', print: 'x', note: summarizeNote(NOTE) }],
    ['episodes/\n 8/README.md', { stamp: '3-4', print: 'y', note: summarizeNote(parseEpisode('# Two')) }],
  ]);
  const text = [...writeKnownNotes('1.0 TGIK', known)].join('');

  test('come back as they were', () => assert.deepEqual(new Map(readKnownNotes('1.0 TGIK', linesOf(text))), known));

  test('are nothing to another version or other settings', () =>
    assert.deepEqual([...readKnownNotes('1.1 TGIK', linesOf(text))], []));

  test('cut off anywhere or damaged, are left aside or read as far as whole lines go', () => {
    for (let end = 0; end < text.length; end += 1) {
      let read = new Map<string, KnownNote>();
      try {
        read = new Map(readKnownNotes('1.0 TGIK', linesOf(text.slice(0, end))));
      } catch (error) {
        assert.ok(error instanceof SyntaxError);
      }
      for (const [path, note] of read) assert.deepEqual(note, known.get(path));
    }
    for (const line of ['null', '[]', '["a","b","c",null]', '["a",1,"c",{"links":[]}]', '{'])
      assert.throws(() => [...readKnownNotes('1.0 TGIK', ['"1.0 TGIK"\n', `${line}\n`])]);
  });

  test('have a fingerprint each', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'a\n', '\u0000', '🎉', `${'x'.repeat(9999)}y`, 'x'.repeat(10_000)];
    assert.equal(new Set(texts.map(fingerprint)).size, texts.length);
    assert.equal(fingerprint('same'), fingerprint('same'));
  });
});
