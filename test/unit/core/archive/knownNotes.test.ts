import assert from 'node:assert/strict';
import fs from 'node:fs';
import url from 'node:url';
import zlib from 'node:zlib';
import type { ArchivedEpisode } from '../../../../src/core/archive/archive.js';
import { assembleArchive, assembleInSteps, buildArchive } from '../../../../src/core/archive/buildArchive.js';
import { type KnownNote, readKnownNotes, writeKnownNotes } from '../../../../src/core/archive/knownNotes.js';
import { summarizeNote } from '../../../../src/core/archive/noteSummary.js';
import { PackedDetails, packDetails, packNote, unpackNote } from '../../../../src/core/archive/packedNote.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { finish } from '../../../../src/core/text/steps.js';
import { nodeDisk } from '../../../../src/worker/nodeDisk.js';
import { plainArchive } from '../../../support/plainArchive.js';

const TEXTS: readonly (readonly [path: string, text: string])[] = [
  [
    'episodes/007/README.md',
    '# Episode 7 : Bread : rye\n\n- Hosted by @ada\n- Recording date: 2020-03-02\n\n- [x] a\n',
  ],
  ['episodes/008/README.md', '# Episode 8 : Bread : 🍞 “wheat”\n\n## Week in Review\n\n- https://example.com/ä\n'],
  ['episodes/\n 9/README.md', '# Two\n\n<a name="End"></a>\n'],
  ['episodes/010/README.md', ''],
];
const files = { folders: ['007', '008', '\n 9', '010', '011'], index: null, template: null };
const notesOf = (texts = TEXTS) =>
  new Map(texts.map(([path, text]) => [path, summarizeNote(parseEpisode(text, TGIK))]));
const { notes: _, ...EXPECTED } = buildArchive(TGIK, { ...files, notes: new Map(TEXTS) });

const { deflate } = nodeDisk(fs, url, zlib);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What has been decoded. */
let decoded: string[] = [];
const decode = (bytes: Uint8Array): string => {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  decoded.push(text);
  return text;
};
const read = (bytes: Uint8Array, readWith = '1.0 TGIK') => finish(readKnownNotes(readWith, bytes, decode));

function write(episodes: readonly ArchivedEpisode[] = EXPECTED.episodes): Uint8Array {
  const known = new Map<string, KnownNote>();
  for (const [path, note] of notesOf()) known.set(path, { stamp: `${path}-1`, print: 'x', note });
  // some as threads have packed them
  const packed = episodes.map((one, at) => {
    const text = packDetails(one.details);
    return at % 2 === 0 || typeof text !== 'string' ? one : { ...one, details: new PackedDetails(() => deflate(text)) };
  });
  return finish(writeKnownNotes('1.0 TGIK', packed, known, encode));
}

suite('notes kept from session to session', () => {
  const bytes = write();

  test('come back as they were, each where it stood', () => {
    const { notes, episodes, isDamaged } = read(bytes);
    assert.equal(isDamaged, false);
    assert.deepEqual(plainArchive({ ...EXPECTED, episodes }), plainArchive(EXPECTED));
    const kept = new Map([...notes].map(([path, { note }]) => [path, note]));
    assert.deepEqual(plainArchive(assembleArchive(TGIK, { ...files, notes: kept })), plainArchive(EXPECTED));
    assert.deepEqual(
      [...notes].map(([path, { stamp, print }]) => [path, stamp, print]),
      EXPECTED.episodes.map(({ path }) => [path, `${path}-1`, 'x']),
    );
  });

  test('are read from any place in memory, and written as they were read', () => {
    for (let shift = 0; shift < 4; shift++) {
      const moved = new Uint8Array(bytes.length + shift).subarray(shift);
      moved.set(bytes);
      const { notes, episodes } = read(moved);
      assert.deepEqual(finish(writeKnownNotes('1.0 TGIK', episodes, notes, encode)), bytes);
    }
  });

  test('are not unpacked before they are asked for', () => {
    decoded = [];
    const { notes, episodes } = read(bytes);
    const kept = new Map([...notes].map(([path, { note }]) => [path, note]));
    const archive = finish(assembleInSteps(TGIK, { ...files, notes: kept }, episodes));
    assert.equal(decoded.length, 2, 'more than the first line and the table were decoded');
    assert.ok(archive.episodes.every((one, at) => one === episodes[at]));
    assert.deepEqual(archive.usedNumbers, EXPECTED.usedNumbers);
    const one = archive.episodes.find(({ number }) => number === 8);
    assert.equal(one?.title, 'Bread : 🍞 “wheat”');
    assert.deepEqual(one?.hosts, []);
    assert.equal(decoded.length, 3, 'a head was decoded twice');
    assert.deepEqual(one?.told.news, ['example.com/ä']);
    assert.equal(decoded.length, 3, 'a head was decoded twice');
    assert.deepEqual(one?.details.links, ['https://example.com/ä']);
    assert.ok(decoded.every((text) => !text.includes('@ada')));
  });

  test('are nothing to another version or other settings', () => {
    assert.deepEqual([...read(bytes, '1.1 TGIK').notes], []);
    assert.deepEqual([...read(encode('"1.0 TGIK"\n["what was kept before"]\n')).notes], []);
  });

  test('cut off anywhere are left aside, or without what is missing', () => {
    for (let end = 0; end < bytes.length; end += 1) tryDamaged(bytes.slice(0, end));
    tryDamaged(encode(`${new TextDecoder().decode(bytes)}{`));
  });

  test('with any byte changed are left aside, or without the note it was of', () => {
    const left = new Set<number>();
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      left.add(tryDamaged(changed));
    }
    assert.ok(left.has(0) && left.has(TEXTS.length - 1));
  });

  /** Nothing that is read is other than it was, and damage is told; gives how many notes are left. */
  function tryDamaged(damaged: Uint8Array): number {
    try {
      const { notes, episodes, isDamaged } = read(damaged);
      assert.ok(isDamaged || notes.size === 0 || notes.size === TEXTS.length);
      const left = EXPECTED.episodes.filter(({ path }) => notes.has(path));
      assert.deepEqual(plainArchive({ ...EXPECTED, episodes }), plainArchive({ ...EXPECTED, episodes: left }));
      return notes.size;
    } catch (error) {
      assert.ok(!(error instanceof assert.AssertionError), error as Error);
      return 0;
    }
  }

  test('of an archive without any note are none', () => {
    const { notes, episodes, isDamaged } = read(write([]));
    assert.deepEqual([[...notes], episodes, isDamaged], [[], [], false]);
  });
});

suite('a note from a thread', () => {
  test('says the same as one read here', () => {
    for (const [path, note] of notesOf()) {
      const packed = structuredClone(packNote(note));
      for (const details of [packed.details, deflate(packed.details as string), encode(packed.details as string)]) {
        const notes = new Map([[path, unpackNote({ ...packed, details })]]);
        assert.deepEqual(
          plainArchive(assembleArchive(TGIK, { ...files, notes })),
          plainArchive(assembleArchive(TGIK, { ...files, notes: new Map([[path, note]]) })),
        );
      }
    }
  });
});

suite('an archive made again', () => {
  const again = (texts: typeof TEXTS) => {
    const notes = new Map([...notesOf(texts)].map(([path, note]) => [path, unpackNote(packNote(note))]));
    const expected = buildArchive(TGIK, { ...files, notes: new Map(texts) });
    for (const before of [
      EXPECTED.episodes,
      read(write()).episodes,
      assembleArchive(TGIK, { ...files, notes }).episodes,
    ]) {
      const made = finish(assembleInSteps(TGIK, { ...files, notes }, before));
      assert.deepEqual(plainArchive(made).episodes, plainArchive(expected).episodes);
      assert.deepEqual(made.usedNumbers, expected.usedNumbers);
    }
  };

  test('is the one that is made from the start, whatever has changed', () => {
    const [first, second, third, fourth] = TEXTS as [...(typeof TEXTS)[number][]] & { length: 4 };
    const changed = (text: string) => [first, ['episodes/008/README.md', text], third, fourth] as typeof TEXTS;
    again(TEXTS);
    again([...TEXTS].slice(1));
    again([...TEXTS, ['episodes/011/README.md', '# Two Part 2\n']]);
    again([...TEXTS.slice(0, 3), ['episodes/011/README.md', '']]);
    again(changed(`${second?.[1]}\n\n- [ ] more\n`));
    again(changed('# Episode 8 : Tea : green\n'));
    again(changed('# Episode 8 : Two Part 2\n'));
    again([...TEXTS.slice(0, 2), ['episodes/\n 9/README.md', '# Episode 700 : Two\n'], fourth] as typeof TEXTS);
  });

  test('keeps what has not changed', () => {
    const notes = notesOf();
    const before = assembleArchive(TGIK, { ...files, notes });
    notes.set('episodes/007/README.md', summarizeNote(parseEpisode(`${TEXTS[0]?.[1]}- [x] b\n`, TGIK)));
    const { episodes } = finish(assembleInSteps(TGIK, { ...files, notes }, before.episodes));
    const same = episodes.filter((one, at) => one === before.episodes[at]);
    assert.deepEqual([same.length, episodes.length], [3, 4]);
  });
});
