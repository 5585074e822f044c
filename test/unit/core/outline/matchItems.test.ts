import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { matchItems } from '../../../../src/core/outline/matchItems.js';
import type { OutlineItem } from '../../../../src/core/outline/outline.js';
import { walkOutline } from '../../../../src/core/outline/progress.js';
import { destinationOf, moveItem } from '../../../../src/core/outline/rearrange.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { lineStart } from '../../../../src/core/text/lines.js';
import { applyEdits, type TextEdit } from '../../../../src/core/text/span.js';
import { randomBullets, randomStyle, writeNote } from '../../../support/randomOutline.js';

const byStart = (outline: readonly OutlineItem[]): Map<number, OutlineItem> =>
  new Map([...walkOutline(outline)].map((item) => [item.span.start, item]));

/** `new line ← old line` for every item that is one of before. */
function matched(before: string, ...batches: TextEdit[][]): string[] {
  const after = batches.reduce((text, batch) => applyEdits(text, batch), before);
  const found = matchItems(parseEpisode(before).outline, parseEpisode(after).outline, batches);
  return [...found].map(([now, old]) => `${now.line} ← ${old.line}`).sort();
}
const at = (text: string, words: string, newText: string, length = 0): TextEdit => {
  const start = text.indexOf(words);
  return { span: { start, end: start + length }, newText };
};

suite('items from version to version', () => {
  const text = '## S\n- [ ] a\n  - demo\n- [ ] b\n  - demo\n';

  test('a line more of the same words takes no one’s place', () =>
    assert.deepEqual(matched(text, [at(text, '- [ ] b', '- [ ] a\n  - demo\n')]), [
      '1 ← 1',
      '2 ← 2',
      '3 ← 3',
      '6 ← 4',
      '7 ← 5',
    ]));
  test('words typed into an item leave it the same, and its children', () =>
    assert.deepEqual(matched(text, [at(text, 'a\n', 'new words of ')]), ['1 ← 1', '2 ← 2', '3 ← 3', '4 ← 4', '5 ← 5']));
  test('what moves takes along what it holds, also where others hold the same', () => {
    const [a, b] = ['- [ ] a\n  - demo\n', '- [ ] b\n  - demo\n'];
    assert.deepEqual(matched(text, [at(text, a + b, b + a, text.length - 5)]), [
      '1 ← 1',
      '2 ← 4',
      '3 ← 5',
      '4 ← 2',
      '5 ← 3',
    ]);
  });
  test('lines that were moved are found by their words, unless two could be meant', () => {
    const block = '- [ ] b\n  - demo\n';
    assert.deepEqual(matched(text, [at(text, block, '', block.length), at(text, '- [ ] a', block)]), [
      '1 ← 1',
      '2 ← 4',
      '3 ← 5',
      '4 ← 2',
      '5 ← 3',
    ]);
    const all = '## S\n- demo\n- demo\n- x\n';
    const turned = at(all, '- demo', '- x\n- demo\n- demo\n', all.length - 5);
    assert.deepEqual(matched(all, [turned]), ['1 ← 1', '2 ← 4']);
  });
  test('several changes, one after the other', () =>
    assert.deepEqual(matched(text, [at(text, '- [ ] a', '- x\n')], [{ span: { start: 0, end: 0 }, newText: '\n\n' }]), [
      '3 ← 1',
      '5 ← 2',
      '6 ← 3',
      '7 ← 4',
      '8 ← 5',
    ]));

  test('whatever is typed, pasted, moved, deleted or taken back: an untouched item stays itself', () => {
    const pieces = fc.constantFrom(
      'x',
      ' ',
      '\n',
      '- ',
      '[x] ',
      '- [ ] demo\n',
      '  - a\n  - a\n',
      '# h\n',
      '```\n',
      '\t',
    );
    const change = fc.record({
      kind: fc.constantFrom('insert', 'replace', 'delete', 'line', 'move', 'undo'),
      from: fc.nat(),
      length: fc.nat({ max: 40 }),
      newText: pieces,
    });
    fc.assert(
      fc.property(randomBullets, randomStyle, fc.array(change, { maxLength: 6 }), (bullets, style, changes) => {
        let note = writeNote(bullets, style);
        const history: { text: string; edit: TextEdit }[] = [];
        for (const { kind, from, length, newText } of changes) {
          const edits = editsOf(note, kind, from, length, newText, history);
          const after = applyEdits(note, edits);
          checkUntouched(note, after, edits);
          const [edit, ...more] = edits;
          if (edit && more.length === 0) history.push(inverse(note, edit));
          else if (edit) history.length = 0;
          note = after;
        }
      }),
      { numRuns: 100 },
    );
  });
});

function editsOf(
  text: string,
  kind: string,
  from: number,
  length: number,
  newText: string,
  history: { edit: TextEdit }[],
): TextEdit[] {
  const start = from % (text.length + 1);
  const end = Math.min(text.length, start + length);
  if (kind === 'insert') return [{ span: { start, end: start }, newText }];
  if (kind === 'replace') return [{ span: { start, end }, newText }];
  if (kind === 'delete') return [{ span: { start, end }, newText: '' }];
  if (kind === 'line') return [{ span: { start: lineStart(text, start), end: lineStart(text, start) }, newText }];
  if (kind === 'undo') return history.splice(-1).map(({ edit }) => edit);
  const episode = parseEpisode(text);
  const items = [...walkOutline(episode.outline)].filter((item) => item.kind !== 'section');
  const item = items[from % Math.max(1, items.length)];
  const to = item && destinationOf(episode, item, length % 2 ? 'down' : 'indent');
  return (item && to && moveItem(episode, TGIK, item, to.target, to.where)) || [];
}

function inverse(text: string, { span, newText }: TextEdit): { text: string; edit: TextEdit } {
  const end = span.start + newText.length;
  return { text, edit: { span: { start: span.start, end }, newText: text.slice(span.start, span.end) } };
}

function checkUntouched(before: string, after: string, edits: readonly TextEdit[]): void {
  const [was, is] = [parseEpisode(before).outline, parseEpisode(after).outline];
  const found = matchItems(was, is, [edits]);
  assert.equal(new Set(found.values()).size, found.size, 'no two items are one');
  const now = byStart(is);
  const old = byStart(was);
  for (const [start, item] of old) {
    const end = Math.max(item.content.end, start);
    if (edits.some(({ span }) => span.end > start && span.start < end)) continue;
    const shift = edits
      .filter(({ span }) => span.end <= start)
      .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
    const same = now.get(start + shift);
    if (same) assert.equal(found.get(same)?.span.start, start, `“${item.label}” is another item now`);
  }
}
