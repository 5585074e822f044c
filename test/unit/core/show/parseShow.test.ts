import assert from 'node:assert/strict';
import { isIgnored } from '../../../../src/core/links/ignoredLinks.js';
import { isNotePath, numberOfPath, readNotesFolder } from '../../../../src/core/show/notePattern.js';
import { parseShow } from '../../../../src/core/show/parseShow.js';
import { parseShowFile } from '../../../../src/core/show/parseShowFile.js';
import { notePath, TGIK } from '../../../../src/core/show/show.js';

suite('the show', () => {
  test('takes sound values and TGIK’s for the rest', () => {
    assert.deepEqual(parseShow({ name: 'Bread Hour', numberWidth: 4, other: 1 }), {
      show: { ...TGIK, name: 'Bread Hour', numberWidth: 4 },
      problems: [],
    });
  });
  suite('refuses, saying what was expected, and keeps the default', () => {
    const cases: readonly (readonly [string, unknown])[] = [
      ['name', ''],
      ['name', 3],
      ['shortLink', 'https://tgik.io'],
      ['notes', 'episodes/README.md'],
      ['notes', '../{number}.md'],
      ['notes', '/e/{number}.md'],
      ['notes', '{number}/{number}.md'],
      ['numberWidth', 0],
      ['numberWidth', 2.5],
      ['index', '../x.md'],
      ['index', 'C:/x.md'],
      ['template', 'a/../../b'],
      ['weekday', 'freitag'],
      ['timeZone', 'Mars/Olympus'],
      ['hostLine', 'Hosted by'],
    ];
    for (const [key, value] of cases) {
      test(`${key}: ${JSON.stringify(value)}`, () => {
        const { show, problems } = parseShow({ [key]: value });
        assert.deepEqual(show, TGIK);
        assert.match(problems[0]?.message ?? '', new RegExp(`^“${key}” is .* Expected `));
      });
    }
  });
  test('from .tgik.json, with comments, severities and a word on what is unknown', () => {
    const { show, problems, diagnostics } = parseShowFile(
      '{\n  // ours\n  "$schema": "x", "name": "B", "nmae": 1, "diagnostics": { "link.empty-target": "off" },\n}',
    );
    assert.deepEqual(
      [show.name, problems.map(({ key }) => key), diagnostics],
      ['B', ['nmae'], { 'link.empty-target': 'off' }],
    );
  });
  test('from .tgik.json, links that are ignored until a day', () => {
    const good = { url: 'https://a.io/x', until: '2024-06-01', reason: 'moving' };
    const text = JSON.stringify({ links: { ignore: [good, { url: 'https://b.io' }, 3] } });
    const { ignoredLinks, problems } = parseShowFile(text);
    assert.deepEqual([ignoredLinks, problems.length], [[good], 2]);
    assert.equal(isIgnored(ignoredLinks, 'https://a.io/x#y', '2024-06-01'), true);
    assert.equal(isIgnored(ignoredLinks, 'https://a.io/x', '2024-06-02'), false);
    assert.equal(isIgnored(ignoredLinks, 'https://a.io/', '2024-05-01'), false);
    assert.equal(parseShowFile('{"links": []}').problems.length + parseShowFile('{"links": 3}').problems.length, 1);
  });
  test('from a broken .tgik.json: the place', () =>
    assert.match(parseShowFile('{\n  "name": }').problems[0]?.message ?? '', /^Line 2, column 11: /));
  for (const text of ['', '[]', 'null', '3'])
    test(`from ${JSON.stringify(text)}: defaults and a problem`, () =>
      assert.equal(parseShowFile(text).problems.length, 1));
});

suite('the notes’ pattern', () => {
  test('matches one segment, never deeper', () => {
    assert.equal(isNotePath(TGIK, 'episodes/093/README.md'), true);
    assert.equal(isNotePath(TGIK, 'episodes/draft/README.md'), true);
    assert.equal(isNotePath(TGIK, 'episodes/040/vendor/README.md'), false);
    assert.equal(isNotePath(TGIK, 'old/episodes/040/README.md'), false);
    assert.deepEqual(
      [numberOfPath(TGIK, 'episodes/093/README.md'), numberOfPath(TGIK, 'episodes/draft/README.md')],
      [93, null],
    );
  });
  test('may stand for part of a name', () => {
    const show = { ...TGIK, notes: 'notes/show-{number}.md' };
    assert.deepEqual([notePath(show, 7), numberOfPath(show, 'notes/show-007.md')], ['notes/show-007.md', 7]);
    const entries = [
      { name: 'show-007.md', isFolder: false },
      { name: 'show-.md', isFolder: false },
      { name: 'art', isFolder: true },
    ];
    assert.deepEqual(readNotesFolder(show, entries), { candidates: ['notes/show-007.md'], folders: ['007', 'art'] });
  });
});
