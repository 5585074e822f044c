import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayIn, nextWeekday, parseDate } from '../../../../src/core/text/dates.js';
import { diffSpan } from '../../../../src/core/text/diffSpan.js';
import { applyEdits, span } from '../../../../src/core/text/span.js';

suite('text', () => {
  test('edits apply together and refuse to overlap', () => {
    assert.equal(
      applyEdits('abc', [
        { span: span(3, 3), newText: '!' },
        { span: span(0, 1), newText: 'A' },
      ]),
      'Abc!',
    );
    assert.throws(
      () =>
        applyEdits('abc', [
          { span: span(0, 2), newText: '' },
          { span: span(1, 3), newText: '' },
        ]),
      RangeError,
    );
    assert.throws(() => applyEdits('abc', [{ span: span(2, 9), newText: '' }]), RangeError);
  });
  test('the smallest edit between two texts makes the second of the first', () =>
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => applyEdits(a, [diffSpan(a, b)]) === b)));
});

suite('dates', () => {
  test('reads and refuses', () => {
    assert.deepEqual(
      [
        '2019-10-11',
        '20191011',
        '10/11/2019',
        '10.11.2019',
        '10-11-2019',
        '10/11/19',
        'October 11, 2019',
        'Oct 11 2019',
      ].map(parseDate),
      Array(8).fill('2019-10-11'),
    );
    assert.deepEqual(
      ['', '2019-02-29', '13/01/2019', '1.17', '2019', 'Foo 1, 2019', '10/11-2019'].map(parseDate),
      Array(7).fill(null),
    );
  });
  test('the next show day is today or after, over the ends of months and years', () => {
    assert.equal(nextWeekday('2019-12-28', 'friday'), '2020-01-03');
    assert.equal(nextWeekday('2020-02-28', 'friday'), '2020-02-28');
    assert.equal(nextWeekday('2020-02-29', 'sunday'), '2020-03-01');
  });
  test('the day is that of the show’s zone', () => {
    const instant = Date.UTC(2019, 9, 12, 3, 0);
    assert.deepEqual(
      [
        dayIn('America/Los_Angeles', instant),
        dayIn('UTC', instant),
        dayIn('Asia/Tokyo', instant),
        dayIn('No/Where', instant),
      ],
      ['2019-10-11', '2019-10-12', '2019-10-12', '2019-10-12'],
    );
  });
});
