import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBlocks } from '../../../../src/core/markdown/parseBlocks.js';
import { parseMarkdown, reparseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import type { Block, NoteSyntax } from '../../../../src/core/markdown/syntax.js';
import { sharedFolder } from '../../../support/shared.js';

/** `EDITS=100000 SEED=2 npx mocha test/unit/core/markdown/reparse.test.ts` for a long run. */
const EDITS = Number(process.env.EDITS ?? 200);
const PIECES = [
  'a',
  ' ',
  '  ',
  '    ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '#',
  '# ',
  '## h\n',
  '- ',
  '- [ ] ',
  '[x]',
  '[',
  ']',
  '](',
  ')',
  '`',
  '```\n',
  '~~~\n',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '<div>\n',
  '<a href="x">',
  '> ',
  '| a | b |\n',
  '|-|-|\n',
  '---\n',
  '===\n',
  '--',
  '-',
  '*',
  '**',
  '_',
  '~',
  '\\',
  'https://a.io/',
  'www.a.io',
  '1. ',
  '\t',
  '&amp;',
  '🎉',
  ':',
  '[a]: /b\n',
  '[^1]',
  '+',
  '!',
  '\uFEFF',
  '\0',
];

const full = (text: string): readonly Block[] =>
  parseBlocks(text, { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length });

function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

function editAtRandom(text: string, below: (n: number) => number): string {
  const at = below(text.length + 1);
  const how = below(10);
  const removed = how < 5 ? 0 : how < 8 ? 1 + below(3) : below(80);
  const pasted = text.slice(below(text.length + 1)).slice(0, below(120));
  const inserted = how === 9 ? pasted : how === 5 ? '' : (PIECES[below(PIECES.length)] ?? '');
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** Each part is what it would be as a note of its own, and together they are the text. */
function checkParts({ text, parts = [] }: NoteSyntax): void {
  let end = 0;
  for (const { start, note } of parts) {
    assert.equal(start, end);
    assert.deepEqual(note.blocks, full(note.text));
    end += note.text.length;
  }
  if (parts.length > 0) assert.equal(parts.map(({ note }) => note.text).join(''), text);
}

function notes(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

const samples = notes(path.resolve(__dirname, '../../../../samples'));

suite('parts of a note', () => {
  test('read one by one give what the whole gives', () => {
    const texts = [...samples, ...notesOf('archive'), ...notesOf('seeds')];
    const trap =
      '```\n# no heading\n```\n<!--\n# nor this\n-->\n<pre>\n\n# nor this\n</pre>\n- a\n\n  ```\n  x\n# a heading\n';
    for (const text of texts.slice(0, 10)) {
      const long = `${`${text}\n\n`.repeat(Math.ceil(12_000 / (text.length + 2)))}${trap.repeat(200)}`.slice(0, 24_000);
      assert.deepEqual(parseMarkdown(long).blocks, full(long));
    }
  }).timeout(120_000);

  test('read again after any edit give what the whole gives', () => {
    const texts = [...samples, ...notesOf('archive'), ...notesOf('seeds')].filter((text) => text.length < 8000);
    const below = random(Number(process.env.SEED ?? 20190809));
    let syntax: NoteSyntax = { text: '', blocks: [] };
    let undo = '';
    for (let done = 0; done < EDITS; done++) {
      if (done % 30 === 0) syntax = parseMarkdown(texts[below(texts.length)] ?? '');
      const text = below(12) === 0 ? undo : editAtRandom(syntax.text, below);
      undo = syntax.text;
      syntax = reparseMarkdown(syntax, text);
      const expected = full(text);
      try {
        assert.deepEqual(syntax.blocks, expected);
        checkParts(syntax);
      } catch (error) {
        console.log(JSON.stringify({ done, undo: undo.slice(0, 3000), text: text.slice(0, 3000) }).slice(0, 200));
        throw error;
      }
    }
  }).timeout(0);
});

function notesOf(name: 'archive' | 'seeds'): string[] {
  const folder = sharedFolder(name);
  return folder === undefined ? [] : notes(folder);
}
