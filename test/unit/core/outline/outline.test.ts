import assert from 'node:assert/strict';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { findNextUp } from '../../../../src/core/outline/nextUp.js';
import type { OutlineItem } from '../../../../src/core/outline/outline.js';
import { walkOutline } from '../../../../src/core/outline/progress.js';
import { findItem, setBox } from '../../../../src/core/outline/toggleBox.js';
import { applyEdits } from '../../../../src/core/text/span.js';

/** `[x] label` lines, indented by level. */
const draw = (items: readonly OutlineItem[], depth = 0): string[] =>
  items.flatMap((item) => {
    const box = item.checked === null ? (item.kind === 'section' ? '#' : '-') : item.checked ? '[x]' : '[ ]';
    return [`${'  '.repeat(depth)}${box} ${item.label}`, ...draw(item.children, depth + 1)];
  });
const outline = (text: string): string[] => draw(parseEpisode(text).outline);

suite('the outline', () => {
  test('nests sections, bullets and tasks as Markdown does, whatever their indents', () => {
    const text =
      '# T\n\n- Hosted by @a\n\n## Show Notes\n- Show Outline:\n    - [x] c\\*i\n        \n        - [ ] **two**\n        - https://example.com\n            - [X] three\n## Links\n### More\n* [k](b)\n';
    assert.deepEqual(outline(text), [
      '# Show Notes',
      '  - Show Outline:',
      '    [x] c*i',
      '      [ ] two',
      '      - https://example.com',
      '        [x] three',
      '# Links',
      '  # More',
      '    - k',
    ]);
  });
  test('shows the header’s list only where it holds tasks', () => {
    assert.deepEqual(outline('# T\n\n- Hosted by @a\n- 01/02/2019'), []);
    assert.deepEqual(outline('# T\n\n- [ ] call @a'), ['[ ] call @a']);
  });
  test('takes an empty task for one, `[K]` for none', () =>
    assert.deepEqual(outline('## A\n- [x] \n- [K] b\n-'), ['# A', '  [x] ', '  - [K] b', '  - ']));
  test('counts every task, parents and all', () =>
    assert.deepEqual(parseEpisode('- [x] a\n  - [ ] b\n  - c\n\n> - [x] d').progress, { done: 2, total: 3 }));

  test('gives ids by ancestors and ordinals, and keeps them when a stamp or a tick comes', () => {
    const ids = (text: string): string[] => [...walkOutline(parseEpisode(text).outline)].map(({ id }) => id);
    const before = '## Notes\n- [ ] kubelet\n  - [ ] metrics\n- [ ] proxy\n  - [ ] metrics\n  - [ ] metrics\n';
    assert.deepEqual(ids(before), [
      'notes',
      'notes/kubelet',
      'notes/kubelet/metrics',
      'notes/proxy',
      'notes/proxy/metrics',
      'notes/proxy/metrics~2',
    ]);
    assert.deepEqual(ids(before.replace('[ ] kubelet', '[x] kubelet tgik.io/086')), ids(before));
  });
  test('finds a stamp at the end of a label only', () => {
    const stamps = [
      ...walkOutline(
        parseEpisode('- [x] a tgik.io/086\n- [x] b tgik.io/087 more\n- c tgik.io/088 \n  tgik.io/089').outline,
      ),
    ].map(({ stamp }) => stamp?.episode ?? null);
    assert.deepEqual(stamps, [86, null, 88]);
  });
});

suite('next up', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['- [x] a\n- [ ] b\n- [ ] c', 'b'],
    ['- [ ] a\n  - [x] b\n  - [ ] c', 'c'],
    ['- [ ] a\n  - [x] b', 'a'],
    ['- [x] a\n  - words\n    - [ ] c\n- [ ] d', 'c'],
    ['- [x] a\n- b', undefined],
  ];
  for (const [text, expected] of cases)
    test(JSON.stringify(text), () => assert.equal(findNextUp(parseEpisode(text).outline)?.label, expected));
});

suite('ticking', () => {
  const texts = [
    '- [ ] a\n- [x] b\n',
    '\uFEFF# T\r\n\r\n## N\r\n\t* [ ] a\r\n',
    '- [x] \n- [X] c',
    '1. [ ] a\n\n   more\n',
  ];
  for (const text of texts) {
    test(`changes one character and back: ${JSON.stringify(text)}`, () => {
      for (const item of walkOutline(parseEpisode(text).outline)) {
        if (item.checked === null) continue;
        const edit = setBox(item, !item.checked);
        assert.ok(edit);
        assert.equal(edit.span.end - edit.span.start, 1);
        const after = applyEdits(text, [edit]);
        assert.equal(after.length, text.length);
        const again = findItem(parseEpisode(after), item.id, item.label);
        assert.equal(again?.checked, !item.checked);
        assert.equal(setBox(again, !item.checked), undefined);
      }
    });
  }
  test('leaves an item alone whose words have changed', () => {
    const item = parseEpisode('- [ ] alpha').outline[0];
    assert.equal(findItem(parseEpisode('- [ ] beta'), item?.id ?? '', item?.label ?? ''), undefined);
    assert.equal(findItem(parseEpisode('- [ ] alpha!'), item?.id ?? '', item?.label ?? ''), undefined);
  });
});
