import assert from 'node:assert/strict';
import { labelsOf } from '../../../../src/core/markdown/labels.js';
import { parseBlocks } from '../../../../src/core/markdown/parseBlocks.js';
import { parseMarkdown, reparseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { cutIntoParts } from '../../../../src/core/markdown/parts.js';
import type { Block, NoteSyntax, Part } from '../../../../src/core/markdown/syntax.js';
import { editAtRandom, random, someNotes } from '../../../support/randomEdits.js';
import { editor, withReferences } from '../../../support/references.js';
import { readWithRemark } from '../../../support/remark.js';

/** `EDITS=100000 SEED=2 npx mocha test/unit/core/markdown/reparse.test.ts` for a long run. */
const EDITS = Number(process.env.EDITS ?? 200);
const full = (text: string): readonly Block[] =>
  parseBlocks(text, { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length });

/** Each part is what it is in front of a heading, the last one at the end, and together they are the text. */
function checkParts({ text, parts = [] }: NoteSyntax, known: WeakSet<NoteSyntax>): void {
  let end = 0;
  for (const { start, note } of parts) {
    assert.equal(start, end);
    const isLast = end + note.text.length === text.length;
    if (isLast || !known.has(note))
      assert.deepEqual(note.blocks, isLast ? full(note.text) : full(`${note.text}# x`).slice(0, -1));
    if (!isLast) known.add(note);
    end += note.text.length;
  }
  if (parts.length > 0) assert.equal(parts.map(({ note }) => note.text).join(''), text);
}

/** Parts are those that the note has when read anew. */
function checkCuts({ text }: NoteSyntax, parts: readonly Part[]): void {
  assert.equal(parts.map(({ note }) => note.text).join(''), text);
  const anew = parseMarkdown(text);
  assert.deepEqual(
    parts.map(({ start, note: { blocks } }) => ({ start, blocks })),
    cutIntoParts(anew).map(({ start, note: { blocks } }) => ({ start, blocks })),
  );
}

suite('parts of a note', () => {
  test('read one by one give what the whole gives', () => {
    const trap =
      '```\n# no heading\n```\n<!--\n# nor this\n-->\n<pre>\n\n# nor this\n</pre>\n- a\n\n  ```\n  x\n# a heading\n';
    for (const text of someNotes.slice(0, 10)) {
      const long = `${`${text}\n\n`.repeat(Math.ceil(12_000 / (text.length + 2)))}${trap.repeat(200)}`.slice(0, 24_000);
      assert.deepEqual(parseMarkdown(long).blocks, full(long));
    }
  }).timeout(120_000);

  test('read again where words behind a box become a link', () => {
    const [before, after] = ['- [x] https://a_b.io/c\n- d\n', '- [x] https://a> .io/c\n- d\n'];
    for (const [one, other] of [
      [before, after],
      [after, before],
    ] as const)
      assert.deepEqual(reparseMarkdown(parseMarkdown(one), other).blocks, full(other));
  });

  test('read again where an item ends in HTML that is left open', () => {
    for (const behind of ['-', '- c', '  - c\n- d'])
      assert.deepEqual(
        reparseMarkdown(parseMarkdown(`- <pre \n${behind}`), `- <pre b\n${behind}`).blocks,
        full(`- <pre b\n${behind}`),
      );
  });

  /** As the parser of record reads it in one go, and how often it was read in parts. */
  function checkEdits(
    texts: readonly string[],
    read: (text: string) => readonly Block[],
    editing: typeof editor,
  ): number {
    const below = random(Number(process.env.SEED ?? 20190809));
    let edit = editing(below);
    let syntax: NoteSyntax = { text: '', blocks: [] };
    let undo = '';
    let inParts = 0;
    const known = new WeakSet<NoteSyntax>();
    for (let done = 0; done < EDITS; done++) {
      if (done % 30 === 0) {
        syntax = parseMarkdown(texts[below(texts.length)] ?? '');
        assert.deepEqual(syntax.blocks, read(syntax.text));
        edit = editing(below);
      }
      const text = below(12) === 0 ? undo : edit(syntax.text);
      undo = syntax.text;
      syntax = reparseMarkdown(syntax, text);
      if ((syntax.parts?.length ?? 0) > 1) inParts++;
      try {
        assert.deepEqual(syntax.blocks, read(text));
        // what parts refer to may stand in others
        if (syntax.parts?.some(({ note }) => labelsOf(note).size > 0)) checkCuts(syntax, syntax.parts);
        else checkParts(syntax, known);
      } catch (error) {
        console.log(JSON.stringify({ done, undo: undo.slice(0, 3000), text: text.slice(0, 3000) }).slice(0, 200));
        throw error;
      }
    }
    return inParts;
  }

  test('read again after any edit give what the whole gives', () => {
    checkEdits(
      someNotes.filter((text) => text.length < 8000),
      full,
      (below) => (text) => editAtRandom(text, below),
    );
  }).timeout(0);

  test('read again after any edit of definitions and references give what the whole gives', () => {
    const below = random(Number(process.env.SEED ?? 20190809));
    const texts = [...someNotes, ...someNotes]
      .map((text) => withReferences(text, below))
      .filter(({ length }) => length < 8000);
    assert.ok(checkEdits(texts, readWithRemark, editor) > EDITS / 2);
  }).timeout(0);
});
