import assert from 'node:assert/strict';
import { parseEpisode, readEpisode } from '../../../src/core/episode/parseEpisode.js';
import { parseMarkdown, reparseMarkdown } from '../../../src/core/markdown/parseMarkdown.js';
import { matchesFilter, type OutlineFilter } from '../../../src/core/outline/filterOutline.js';
import { matchItems } from '../../../src/core/outline/matchItems.js';
import { findNextUp } from '../../../src/core/outline/nextUp.js';
import type { OutlineItem } from '../../../src/core/outline/outline.js';
import { plainItem } from '../../../src/core/outline/placed.js';
import { countTasks, walkOutline } from '../../../src/core/outline/progress.js';
import { TGIK } from '../../../src/core/show/show.js';
import { diffSpan } from '../../../src/core/text/diffSpan.js';
import type { OutlineRow } from '../../../src/extension/features/outline/outlineRow.js';
import { OutlineRows } from '../../../src/extension/features/outline/outlineRows.js';
import { belowItems, editAtRandom, inOneSection, random, someNotes } from '../../support/randomEdits.js';

const EDITS = Number(process.env.EDITS ?? 200);
const FILTERS: readonly OutlineFilter[] = ['all', 'all', 'all', 'open', 'done'];
const NOTES = [...someNotes, ...someNotes.map(inOneSection), ...someNotes.map((note) => belowItems(note))];
const BULLETS = ['- [ ] new\n', '- [x] new\n', '\n## Section\n- a\n', '    - [ ] below\n', '### Sub\n'];

/** What an eye sees of a row, and how many tasks are below. */
function lookOf(
  { kind, checked, label, content, id, children }: OutlineItem,
  text: string,
  nextUp: string | undefined,
) {
  const { done, total } = countTasks(children);
  const words = JSON.stringify([kind, checked, label, text.slice(content.start, content.end), id === nextUp]);
  return { words, counts: `${done}/${total}` };
}

suite('the rows of the outline', () => {
  test('after any edit are those that matching all items gives, and only those that look different are drawn anew', () => {
    const below = random(Number(process.env.SEED ?? 20190809));
    let [syntax, rows, kept] = [parseMarkdown(''), new OutlineRows(), 0];
    let before: readonly OutlineItem[] = [];
    let shown = new Map<OutlineRow, { words: string; counts: string; below: OutlineRow[] }>();
    let [was, top]: [OutlineRow[], OutlineRow[]] = [[], []];
    for (let done = 0; done < EDITS; done++) {
      const anew = done % 30 === 0;
      if (anew) {
        [syntax, rows] = [parseMarkdown(NOTES[below(NOTES.length)] ?? ''), new OutlineRows()];
        [before, shown, was, top] = [[], new Map(), [], []];
      }
      const at = syntax.text.lastIndexOf('\n', below(syntax.text.length + 1)) + 1;
      const how = below(4);
      const piece = how === 0 ? (BULLETS[below(BULLETS.length)] ?? '') : '- [x] ';
      const text =
        how < 2 ? syntax.text.slice(0, at) + piece + syntax.text.slice(at) : editAtRandom(syntax.text, below);
      const edit = diffSpan(syntax.text, text);
      syntax = reparseMarkdown(syntax, text);
      const filter = FILTERS[below(FILTERS.length)] ?? 'all';
      const { outline } = parseEpisode(text);
      const nextUp = findNextUp(outline)?.id;
      const { changed, counted } = rows.update(readEpisode(syntax, TGIK), [[edit]], filter, nextUp);

      const items = [...walkOutline(outline)];
      const now = [...rows.all()];
      assert.deepEqual(
        now.map(({ item }) => plain(item)),
        items.map(plain),
      );
      assert.deepEqual(
        now.map(({ parent }) => parent?.item.id),
        parents(outline),
      );
      const matches = anew ? new Map<OutlineItem, OutlineItem>() : matchItems(before, outline, [[edit]]);
      const old = [...walkOutline(before)];
      for (const [index, item] of items.entries()) {
        const same = matches.get(item);
        assert.equal(was.indexOf(now[index] as OutlineRow), same ? old.indexOf(same) : -1, `${text}\n${item.label}`);
        if (same) kept++;
      }
      const visible = (all: readonly OutlineRow[]) => all.filter(({ item }) => matchesFilter(item, filter));
      const looks = new Map(
        now.map((row) => [row, { ...lookOf(row.item, text, nextUp), below: visible(row.children) }]),
      );
      const differ = (row: OutlineRow) => {
        const [a, b] = [shown.get(row), looks.get(row)];
        return (
          a &&
          b &&
          (a.words !== b.words || a.below.length !== b.below.length || a.below.some((one, i) => one !== b.below[i]))
        );
      };
      const topNow = visible(now.filter(({ parent }) => !parent));
      const topKept = topNow.length === top.length && topNow.every((row, i) => row === top[i]);
      if (!topKept) assert.equal(changed, undefined);
      else assert.deepEqual(keys(changed ?? []), keys(now.filter(differ)));
      const recounted = now.filter(
        (row) => !differ(row) && shown.has(row) && shown.get(row)?.counts !== looks.get(row)?.counts,
      );
      assert.deepEqual(keys(counted), keys(recounted));
      for (const row of was) assert.equal(rows.has(row), now.includes(row));
      [before, shown, was, top] = [outline, looks, now, topNow];
    }
    assert.ok(kept > EDITS);
  }).timeout(0);

  test('after any edit are the same whether all or only some were asked for', () => {
    const below = random(Number(process.env.SEED ?? 20190810));
    let [syntax, all, some] = [parseMarkdown(''), new OutlineRows(), new OutlineRows()];
    let twins = new Map<OutlineRow, OutlineRow>();
    let asked = new Set<OutlineRow>();
    let shown = new Map<OutlineRow, string>();
    let compared = 0;
    for (let done = 0; done < EDITS; done++) {
      if (done % 30 === 0) {
        [syntax, all, some] = [parseMarkdown(NOTES[below(NOTES.length)] ?? ''), new OutlineRows(), new OutlineRows()];
        [twins, asked, shown] = [new Map(), new Set(), new Map()];
      }
      const text = editAtRandom(syntax.text, below);
      const edits = [[diffSpan(syntax.text, text)]];
      syntax = reparseMarkdown(syntax, text);
      const episode = readEpisode(syntax, TGIK);
      const filter = FILTERS[below(FILTERS.length)] ?? 'all';
      const nextUp = findNextUp(episode.outline)?.id;
      const every = all.update(episode, edits, filter, nextUp);
      const those = some.update(episode, edits, filter, nextUp);
      assert.equal(those.changed === undefined, every.changed === undefined);
      for (const [row, twin] of twins) {
        assert.equal(some.has(row), all.has(twin), text);
        if (!some.has(row)) twins.delete(row);
        else assert.equal(row.item, twin.item, text);
        if (!some.has(row) || !every.changed) continue;
        const { words } = lookOf(row.item, text, nextUp);
        const [isDrawn, differs] = [those.changed?.includes(row), every.changed.includes(twin)];
        if (asked.has(row) || shown.get(row) !== `${words}${some.opens(row)}`) assert.equal(isDrawn, differs, text);
        else assert.ok(differs || !isDrawn, text);
        compared++;
      }
      for (const row of [...some.made()]) {
        if (below(3) > 0) continue;
        some.visible(row);
        asked.add(row);
      }
      const byItem = new Map([...all.all()].map((row) => [row.item, row]));
      for (const row of some.made()) {
        twins.set(row, byItem.get(row.item) as OutlineRow);
        shown.set(row, `${lookOf(row.item, text, nextUp).words}${some.opens(row)}`);
      }
    }
    assert.ok(compared > EDITS);
  }).timeout(0);

  const NOTE = '# T\n\n## A\n\n- [ ] one\n  - [ ] two\n    - [ ] three\n\n## B\n\n- [ ] four\n';
  const labels = (rows: Iterable<OutlineRow>): string[] => [...rows].map(({ item }) => item.label);
  const change = (rows: OutlineRows, from: string, to: string) => {
    const { changed, counted } = rows.update(parseEpisode(to), [[diffSpan(from, to)]], 'all', undefined);
    return { changed: changed && labels(changed), counted: labels(counted) };
  };

  test('are made when they are asked for', () => {
    const rows = new OutlineRows();
    change(rows, '', NOTE);
    assert.deepEqual(labels(rows.made()), ['A', 'B']);
    const [a] = rows.visible();
    assert.ok(a && rows.opens(a));
    assert.deepEqual(labels(rows.visible(a)), ['one']);
    assert.deepEqual(labels(rows.made()), ['A', 'one', 'B']);
  });

  test('that were not asked for are not drawn anew, and right once they are', () => {
    const rows = new OutlineRows();
    change(rows, '', NOTE);
    const [one] = rows.visible(rows.visible()[0]);
    const third = NOTE.replace('[ ] three', '[x] drei');
    assert.deepEqual(change(rows, NOTE, third), { changed: [], counted: ['A', 'one'] });
    assert.deepEqual(change(rows, third, NOTE), { changed: [], counted: ['A', 'one'] });
    const [two] = rows.visible(one);
    assert.deepEqual(labels(rows.visible(two)), ['three']);
    assert.deepEqual(change(rows, NOTE, third), { changed: ['drei'], counted: ['A', 'one', 'two'] });
    assert.equal(rows.visible(rows.visible()[0])[0], one);
  });

  test('that close are drawn anew, whether what was below them was asked for or not', () => {
    const rows = new OutlineRows();
    change(rows, '', NOTE);
    rows.visible(rows.visible()[0]);
    const without = NOTE.replace(/ +- \[ \] (?:two|three)\n/g, '');
    assert.deepEqual(change(rows, NOTE, without), { changed: ['one'], counted: ['A'] });
  });

  test('of an item are found, made or not; none of an item of the version before', () => {
    const rows = new OutlineRows();
    const before = parseEpisode(NOTE);
    rows.update(before, [], 'all', undefined);
    const three = walkOutline(before.outline).find(({ label }) => label === 'three') as OutlineItem;
    assert.equal(rows.find(three)?.item, three);
    rows.update(parseEpisode(`${NOTE}- [ ] five\n`), [[diffSpan(NOTE, `${NOTE}- [ ] five\n`)]], 'all', undefined);
    assert.equal(rows.find(three), undefined);
  });

  test('of a very long note start closed', () => {
    const closed = (tasks: number): boolean | undefined => {
      const rows = new OutlineRows();
      change(rows, '', `# T\n\n## A\n\n${'- [ ] a\n'.repeat(tasks)}`);
      return rows.visible()[0]?.collapsed;
    };
    assert.equal(closed(9900), false);
    assert.equal(closed(10_000), true);
  });

  test('of a note that was too long to be read start open once it is short', () => {
    const rows = new OutlineRows();
    const long = `# T\n\n${'words '.repeat(400_000)}`;
    change(rows, '', long);
    change(rows, long, NOTE);
    assert.equal(rows.visible()[0]?.collapsed, false);
  });
});

const keys = (rows: readonly OutlineRow[]): number[] => rows.map(({ key }) => key).sort((a, b) => a - b);
const plain = (item: OutlineItem): unknown => ({ ...plainItem(item), children: item.children.length });
const parents = (items: readonly OutlineItem[], parent?: string): (string | undefined)[] =>
  items.flatMap((item) => [parent, ...parents(item.children, item.id)]);
