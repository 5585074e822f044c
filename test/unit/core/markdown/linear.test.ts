import assert from 'node:assert/strict';
import { cutsOf } from '../../../../src/core/markdown/cuts.js';
import { parsePieces } from '../../../../src/core/markdown/parsePieces.js';
import { readable, surplusOf } from '../../../../src/core/markdown/readable.js';
import { readWithRemark } from '../../../support/remark.js';

/** The longest stretch of a text that the parser of record reads in one go, as it can be cut nowhere inside. */
function longestPiece(text: string): number {
  const cuts = [0, ...[...cutsOf(text)].map(({ at }) => at), text.length];
  return Math.max(...cuts.slice(1).map((at, before) => at - (cuts[before] ?? 0)));
}

/** What the time of micromark grows with the square of: marks of one paragraph it has left. */
const marksLeft = (text: string): number => readable(text).replace(/[^[\]*_~]/g, '').length;

suite('work that grows with the text, no faster', () => {
  for (const unit of [
    '- [ ] a\n',
    '1. a\n',
    '## a\n',
    'a b c\n\n',
    '- a\n  - b\n\n  c\n',
    '<div>\na\n</div>\n\n',
    'a\n===\n',
  ])
    test(`“${JSON.stringify(unit)}” is read in pieces as long as those of a short text`, () => {
      assert.ok(longestPiece(unit.repeat(5000)) <= longestPiece(unit.repeat(10)));
    });

  for (const unit of ['*a_ ', 'a**b', '[a](b) ', '[ (](', '![[]()', '~~a ', '__a '])
    test(`“${unit}” leaves no more marks in a paragraph, however long it is`, () => {
      assert.ok(marksLeft(unit.repeat(40_000)) <= marksLeft(unit.repeat(20_000)));
    });

  for (const unit of ['<!-- ', '<? ', '<![CDATA[', '[a](b', '[a](<b'])
    test(`“a ${unit}” is looked ahead from fewer places, the longer the paragraph is`, () => {
      const places = (count: number): number => {
        const text = `a ${unit.repeat(count)}`;
        return count - [...surplusOf(text)].length;
      };
      assert.ok(places(40_000) * 40_000 <= 2 * places(20_000) * 20_000 + 40_000);
    });

  test('pieces are what the whole is, however small', () => {
    for (const text of [
      '# a\n- b\n- c\n\n- d\n  - e\n1. f\n2. g\n\nh\n\n- i\n* j\n',
      '- - ```\n-   :-\n- a\n',
      '    a b\n10. <!-- x\n',
      '[\r- - ',
      '-\t<pre>\n\n>> \n',
      '- a\n\nb\n\n-\n',
      '-\n[ ] a\n\nb\n',
    ])
      assert.deepEqual(
        parsePieces(text, { start: 0, end: text.length }, undefined, undefined, '', 1),
        readWithRemark(text),
        JSON.stringify(text),
      );
  });
});
