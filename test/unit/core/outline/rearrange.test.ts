import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Episode } from '../../../../src/core/episode/episode.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import type { OutlineItem } from '../../../../src/core/outline/outline.js';
import { walkOutline } from '../../../../src/core/outline/progress.js';
import {
  destinationOf,
  insertMarkdown,
  type Move,
  moveItem,
  removeItem,
} from '../../../../src/core/outline/rearrange.js';
import { reshape, shapeOf } from '../../../../src/core/outline/shape.js';
import { addItem, asMarkdown, asPlainText, rewordItem } from '../../../../src/core/outline/writeItem.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { applyEdits } from '../../../../src/core/text/span.js';
import { randomBullets, randomStyle, writeNote } from '../../../support/randomOutline.js';

const parse = (text: string): Episode => parseEpisode(text, TGIK);
const named = ({ outline }: Episode, label: string): OutlineItem => {
  const found = [...walkOutline(outline)].find((item) => item.label === label);
  assert.ok(found, `no item “${label}”`);
  return found;
};
const note = (...lines: string[]): string => ['# Episode 1 : T', '', '## Show Notes', '', ...lines, ''].join('\n');
const body = (text: string): string[] => text.split('\n').slice(4, -1);

function moved(text: string, label: string, move: Move): string[] | undefined {
  const episode = parse(text);
  const item = named(episode, label);
  const to = destinationOf(episode, item, move);
  const edits = to && moveItem(episode, TGIK, item, to.target, to.where);
  return edits && body(applyEdits(text, edits));
}

suite('moving items', () => {
  const tight = note('- [ ] a', '    - [x] a1', '      goes on', '    - a2', '- [ ] b', '- [ ] c');

  test('up and down change places with the neighbour, with all they hold', () => {
    const after = ['- [ ] b', '- [ ] a', '    - [x] a1', '      goes on', '    - a2', '- [ ] c'];
    assert.deepEqual(moved(tight, 'b', 'up'), after);
    assert.deepEqual(moved(tight, 'a', 'down'), after);
    assert.deepEqual(moved(tight, 'a', 'up'), undefined);
    assert.deepEqual(moved(tight, 'c', 'down'), undefined);
  });

  test('blank lines between neighbours stay between them', () => {
    const text = note('- a', '', '- b', '  ', '', '- c');
    assert.deepEqual(moved(text, 'a', 'down'), ['- b', '', '- a', '  ', '', '- c']);
    assert.deepEqual(moved(text, 'c', 'up'), ['- a', '', '- c', '  ', '', '- b']);
  });

  test('indent hangs an item below the one before, in the step of its children', () => {
    assert.deepEqual(moved(tight, 'b', 'indent'), [
      '- [ ] a',
      '    - [x] a1',
      '      goes on',
      '    - a2',
      '    - [ ] b',
      '- [ ] c',
    ]);
    assert.deepEqual(moved(tight, 'c', 'indent')?.slice(-2), ['- [ ] b', '    - [ ] c']);
    assert.deepEqual(moved(note('- [ ] a', '- [ ] b'), 'b', 'indent'), ['- [ ] a', '  - [ ] b']);
    assert.deepEqual(moved(note('- a', '\t- a1', '- b', '- c', '\t- c1'), 'c', 'indent'), [
      '- a',
      '\t- a1',
      '- b',
      '\t- c',
      '\t\t- c1',
    ]);
  });

  test('outdent puts an item behind its parent; its later siblings stay', () => {
    assert.deepEqual(moved(tight, 'a1 goes on', 'outdent'), [
      '- [ ] a',
      '    - a2',
      '- [x] a1',
      '  goes on',
      '- [ ] b',
      '- [ ] c',
    ]);
    assert.equal(moved(tight, 'a', 'outdent'), undefined);
  });

  test('code and blank-only lines move byte for byte; only the indentation follows', () => {
    const text = note('- a', '- b', '', '  ```sh', '    kubectl', '   ', '  ```', '- c');
    assert.deepEqual(moved(text, 'b', 'indent'), [
      '- a',
      '  - b',
      '',
      '    ```sh',
      '      kubectl',
      '   ',
      '    ```',
      '- c',
    ]);
  });

  test('a note without a final newline stays so', () => {
    const text = '## S\n- a\n- b';
    const episode = parse(text);
    const [a, b] = [named(episode, 'a'), named(episode, 'b')];
    assert.equal(applyEdits(text, moveItem(episode, TGIK, a, b, 'after') ?? []), '## S\n- b\n- a');
    assert.equal(applyEdits(text, removeItem(episode, TGIK, b) ?? []), '## S\n- a');
  });

  test('an item cannot go into itself, and what shares its line with another bullet stays', () => {
    const text = note('- a', '  - b', '- - c');
    const episode = parse(text);
    assert.equal(moveItem(episode, TGIK, named(episode, 'a'), named(episode, 'b'), 'inside'), undefined);
    assert.equal(moveItem(episode, TGIK, named(episode, 'c'), named(episode, 'a'), 'before'), undefined);
  });

  test('to another section, also an empty one', () => {
    const text = '## One\n\n- [ ] a\n  - b\n\n## Two\n\nwords\n\n## Three\n';
    const episode = parse(text);
    const to = (label: string): string =>
      applyEdits(text, moveItem(episode, TGIK, named(episode, 'a'), named(episode, label), 'inside') ?? []);
    assert.equal(to('Three'), '## One\n\n## Two\n\nwords\n\n## Three\n\n- [ ] a\n  - b\n');
    assert.equal(to('Two'), '## One\n\n## Two\n\n- [ ] a\n  - b\n\nwords\n\n## Three\n');
  });
});

suite('writing items', () => {
  const text = note('- [ ] a', '    - [x] a1 tgik.io/077', '- plain', '3. three');

  const added = (label: string, where: 'after' | 'inside', words: string): string[] | undefined => {
    const episode = parse(text);
    const edits = addItem(episode, TGIK, named(episode, label), where, words);
    return edits && body(applyEdits(text, edits));
  };

  test('an item is added below, behind all its target holds, in its looks', () => {
    assert.deepEqual(added('a', 'after', 'new'), [
      '- [ ] a',
      '    - [x] a1 tgik.io/077',
      '- [ ] new',
      '- plain',
      '3. three',
    ]);
    assert.deepEqual(added('plain', 'after', 'new')?.at(3), '- new');
    assert.deepEqual(added('three', 'after', 'new')?.at(-1), '4. new');
  });

  test('a child is added last', () => {
    assert.deepEqual(added('a', 'inside', 'new')?.at(2), '    - [ ] new');
    assert.deepEqual(added('plain', 'inside', 'new')?.at(3), '    - new');
    assert.deepEqual(added('Show Notes', 'inside', 'new')?.at(-1), '4. new');
  });

  test('words that would be more than one bullet are refused', () => {
    assert.equal(added('a', 'after', 'x\n\n# y'), undefined);
  });

  test('other words for an item; its box, stamp and children stay', () => {
    const episode = parse(text);
    const edit = rewordItem(episode, TGIK, named(episode, 'a'), '**b**');
    assert.deepEqual(body(applyEdits(text, edit ? [edit] : [])).slice(0, 2), [
      '- [ ] **b**',
      '    - [x] a1 tgik.io/077',
    ]);
    const heading = rewordItem(episode, TGIK, named(episode, 'Show Notes'), 'Topics');
    assert.equal(applyEdits(text, heading ? [heading] : []), text.replace('Show Notes', 'Topics'));
    assert.equal(rewordItem(episode, TGIK, named(episode, 'plain'), '[ ] task'), undefined);
    assert.equal(rewordItem(episode, TGIK, named(episode, 'plain'), '- nested'), undefined);
  });

  test('as Markdown and as plain text', () => {
    const nested = note('- x', '\t- [ ] a [b](c)', '\t\t- c');
    const item = named(parse(nested), 'a b');
    assert.equal(asMarkdown(nested, item), '- [ ] a [b](c)\n\t- c');
    assert.equal(asPlainText(nested, item), 'a b\n  c');
  });

  test('bullets from elsewhere come in their own words', () => {
    const episode = parse(text);
    const edits = insertMarkdown(
      episode,
      TGIK,
      '* [x] one\n  * two\n* three',
      named(episode, 'a1 tgik.io/077'),
      'after',
    );
    assert.deepEqual(body(applyEdits(text, edits ?? [])).slice(1, 5), [
      '    - [x] a1 tgik.io/077',
      '    * [x] one',
      '      * two',
      '    * three',
    ]);
    assert.equal(insertMarkdown(episode, TGIK, 'just words', named(episode, 'a'), 'after'), undefined);
  });
});

suite('any outline', () => {
  const cases = fc.record({ bullets: randomBullets, style: randomStyle, at: fc.nat(), to: fc.nat() });
  const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim());
  const count = (lines: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of lines) if (line !== '') counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };

  test('a move keeps every line’s words, changes nothing else, and keys can always take it back', () => {
    let [made, refused] = [0, 0];
    fc.assert(
      fc.property(cases, fc.constantFrom<Move>('up', 'down', 'indent', 'outdent'), (one, move) => {
        const text = writeNote(one.bullets, one.style);
        const episode = parse(text);
        const items = [...walkOutline(episode.outline)].filter(({ kind }) => kind !== 'section');
        const item = items[one.at % items.length];
        const to = item && destinationOf(episode, item, move);
        if (!item || !to) return;
        const edits = moveItem(episode, TGIK, item, to.target, to.where);
        if (!edits) {
          refused += 1;
          return;
        }
        made += 1;
        const after = applyEdits(text, edits);
        assert.deepEqual(count(linesOf(after)), count(linesOf(text)));
        assert.ok(!after.replaceAll(one.style.newLine, '').match(/[\r\n]/), 'line ends');
        assert.deepEqual(count(shapes(parse(after))), count(shapes(episode)));
        if (move !== 'up') return;
        const start = edits[0]?.span.start ?? 0;
        const again = parse(after);
        const back = [...walkOutline(again.outline)].find(({ span }) => span.start === start + lead(after, start));
        const down = back && destinationOf(again, back, 'down');
        assert.ok(down, 'what went up can go down');
      }),
      { numRuns: 150 },
    );
    assert.ok(made > 10 * refused, `${refused} of ${made + refused} moves were refused`);
  });

  /** How far a bullet stands in its line. */
  const lead = (text: string, start: number): number => /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
  const shapes = ({ outline }: Episode): string[] => {
    const all: string[] = [];
    reshape(outline, (item, as) => {
      all.push(`${item.kind} ${item.checked} ${item.label}`);
      return [as];
    });
    return all;
  };

  test('remove takes an item with all below it, and nothing else', () => {
    fc.assert(
      fc.property(cases, ({ bullets, style, at }) => {
        const text = writeNote(bullets, style);
        const episode = parse(text);
        const items = [...walkOutline(episode.outline)].filter(({ kind }) => kind !== 'section');
        const item = items[at % items.length];
        const edits = item && removeItem(episode, TGIK, item);
        if (!item || !edits) return;
        const after = applyEdits(text, edits);
        const wanted = reshape(episode.outline, (one, as) => (one === item ? [] : [as]));
        assert.deepEqual(shapeOf(parse(after).outline), wanted);
        assert.ok(text.startsWith(after.slice(0, edits[0]?.span.start)));
        assert.ok(text.endsWith(after.slice(edits[0]?.span.start)));
      }),
      { numRuns: 100 },
    );
  });
});
