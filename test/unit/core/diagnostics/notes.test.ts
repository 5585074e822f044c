import assert from 'node:assert/strict';
import { computeProblems } from '../../../../src/core/diagnostics/computeProblems.js';
import { readSeverities } from '../../../../src/core/diagnostics/severities.js';
import { checkProblems, factsOf } from '../../../support/checkRule.js';

const embed = (link: string, thumbnail: string): string =>
  `# Episode 002 : T\n\n- Recording date: 2019-10-11\n\n<a href="${link}\n" target="_blank"><img src="${thumbnail}" width="480" /></a>\n\n## Notes\n`;
const WATCH = 'https://www.youtube.com/watch?v=';

suite('the embed of a note', () => {
  test('may be split over two lines, with a thumbnail on plain http', () => {
    checkProblems(embed(`${WATCH}abcdefghijk`, 'http://img.youtube.com/vi/abcdefghijk/hqdefault.jpg'), []);
  });
  test('may show a picture from elsewhere', () => {
    checkProblems(embed(`${WATCH}abcdefghijk`, 'https://example.com/x.jpg'), []);
  });
  test('may lead to a short link', () => {
    checkProblems(embed('https://tgik.io/002', 'http://img.youtube.com/vi/abcdefghijk/hqdefault.jpg'), []);
  });
  test('is told once that both ids are missing', () => {
    checkProblems(embed(WATCH, 'http://img.youtube.com/vi//hqdefault.jpg'), [`video.id-missing: ${WATCH}`]);
  });
  test('is told once that its URL is malformed', () => {
    const url = 'https//www.youtube.com/watch?v=abcdefghijk';
    checkProblems(embed(url, 'http://img.youtube.com/vi/abcdefghijk/0.jpg'), [`link.malformed-url: ${url}`]);
  });
  test('is told of a link that lost its id to a blank line inside the tag', () => {
    const text = embed(`${WATCH}\n`, 'http://img.youtube.com/vi/abcdefghijk/0.jpg');
    checkProblems(text, [`video.id-missing: ${WATCH}`]);
  });
  test('is no place for the id of another video', () => {
    const text = embed(`${WATCH}ID`, 'http://img.youtube.com/vi/ID/0.jpg');
    checkProblems(text, [`video.id-missing: ${WATCH}ID`]);
    checkProblems(embed(`${WATCH}xxxxxxxxxxx`, 'https://a.io/x.jpg'), [`video.id-missing: ${WATCH}xxxxxxxxxxx`]);
  });
  test('is only pointed at while its id is not known yet', () => {
    const text = embed(`${WATCH}VIDEO_ID`, 'http://img.youtube.com/vi/VIDEO_ID/0.jpg');
    const problems = computeProblems(factsOf({ text })).filter(({ code }) => code.startsWith('video.'));
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['video.id-missing', 'info']],
    );
  });
});

suite('a note as a template makes it', () => {
  test('has no problems', () => {
    const text = `# Episode 002 : T

- Hosted by @someone
- Recording date: 2019-10-11

<!--- Thumbnailed embed of the video, n8Xo_ghCIOSY is the video id from the youtube url --->

<a href="${WATCH}abcdefghijk
" target="_blank"><img src="http://img.youtube.com/vi/abcdefghijk/hqdefault.jpg" width="480" /></a>

## Table of Contents

- 00:00:00 - Welcome!
- 00:00:00 - Week in Review

## Week in Review

-

## Show Notes

- [ ] kubelet tgik.io/002

## Reference Links
`;
    checkProblems(text, [], { path: 'episodes/002/README.md' });
    checkProblems(text.replaceAll('\n', '\r\n'), [], { path: 'episodes/002/README.md' });
  });
});

suite('problems', () => {
  const text = '- ![]()\n- [a](a.io)\n-';

  test('stand in the order of the text, inside it, and repeat themselves', () => {
    for (const note of ['', '#', '-', '[](', '[a](', '![](', '<a href=""', '# Episode 1 :', '- Recording date', text]) {
      const facts = factsOf({ text: note });
      const problems = computeProblems(facts);
      for (const { span } of problems) assert.ok(0 <= span.start && span.start <= span.end && span.end <= note.length);
      const starts = problems.map(({ span }) => span.start);
      assert.deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
      );
      assert.deepEqual(computeProblems(facts), problems);
    }
  });

  test('take the severity that is set, and none where the rule is off', () => {
    const severities = readSeverities({ 'link.empty-target': 'hint', 'link.missing-scheme': 'off', 'no.rule': 'loud' });
    assert.deepEqual(
      computeProblems(factsOf({ text }), severities).map(({ code, severity }) => [code, severity]),
      [
        ['link.empty-target', 'hint'],
        ['outline.empty-item', 'warning'],
      ],
    );
  });
});
