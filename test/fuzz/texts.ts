import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { random } from '../support/randomEdits.js';
import { randomBullets, randomStyle, writeNote } from '../support/randomOutline.js';
import { withReferences } from '../support/references.js';

/** What notes are made of, sound and broken, and what no note should hold. */
const PIECES = [
  ...['[', ']', '(', ')', '![', '](', '"', '<', '>', '`', '```', '*', '**', '_', '~~', '\\', '|', '&amp;', '{', '}'],
  ...[' ', '  ', '    ', '\t', '\n', '\r', '\r\n', '\n\n', '\u00A0', '\u2028', '\u0085'],
  ...['- ', '- [ ] ', '- [x]', '* [X] ', '1. ', '99) ', '> ', '# ', '## Show Notes\n', '## Table of Contents', '---\n'],
  ...['a', 'Ünï', '🎉', '日本', 'שלום', 'مرحبا', '\u202E', '\u200F', '\uFEFF', '\0', '\uE000', '\uD800', '\uDC00'],
  ...['00:', '19:00:00', '- 00:00:00 start\n', '# Episode 9 : ', '- Recording date: 2019-13-40', '- Hosted by @a\n'],
  ...['https://', 'http://a.io', 'https://a.io/x_(y)', 'www.a.io', 'htp://a.io', 'a.io', 'tgik.io/998', 'README.md'],
  ...['<a href="', '<img src="', '">', '</a>', '<!--', '-->', '[a]: ', '[^1]', '[^1]: ', '&#0;', '&#xD800;', '%2e%2e/'],
  ...['https://www.youtube.com/watch?v=', 'abcdefghijk', 'http://img.youtube.com/vi/', '/0.jpg', ':tada:', 'tgik.io/'],
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((all) => all.join(''));

/** Bytes as a file may hold them, read as an editor reads them. */
const bytes = fc.uint8Array({ maxLength: 80 }).map((all) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(all));

/** Any UTF-16 code units: lone surrogates, NUL and all. */
const codeUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff }), fc.nat(127)), { maxLength: 60 })
  .map((all) => String.fromCharCode(...all));

const outlines = fc.tuple(randomBullets, randomStyle).map(([bullets, style]) => writeNote(bullets, style));

const nested = fc
  .tuple(fc.constantFrom('> ', '- ', '[', '*', '<a>', '![', '1. ', '> - ', '(', '`'), fc.nat(60), pieces)
  .map(([opener, depth, rest]) => opener.repeat(depth) + rest);

/** Every note of a folder with `episodes/NNN/README.md`; none where it is not there. */
function notesIn(root: string): string[] {
  const folder = path.join(root, 'episodes');
  if (!fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name, 'README.md'));
  return files.filter((file) => fs.existsSync(file)).map((file) => fs.readFileSync(file, 'utf8'));
}

const repository = path.resolve(__dirname, '../..');

/** Some lines of a real note, some of them cut, doubled, swapped or sown with pieces. */
function mutations(notes: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(), remove: fc.nat(12), insert: fc.oneof(pieces, fc.constant('')) });
  return fc
    .tuple(fc.constantFrom(...notes), fc.nat(), fc.integer({ min: 1, max: 24 }), fc.array(change, { maxLength: 6 }))
    .map(([note, from, count, changes]) => {
      const lines = note.split(/(?<=\n)/);
      const start = from % lines.length;
      let text = lines.slice(0, 3).join('') + lines.slice(start, start + count).join('');
      for (const { at, remove, insert } of changes) {
        const cut = at % (text.length + 1);
        text = text.slice(0, cut) + insert + text.slice(cut + remove);
      }
      return text;
    });
}

/** Every kind of text, by name. Real notes are taken in where they lie beside the repository. */
export function textKinds(withReal = true): Record<string, fc.Arbitrary<string>> {
  const samples = notesIn(path.join(repository, 'samples'));
  const below = random(1);
  const real = withReal ? notesIn(path.join(repository, '../shared/archive')) : [];
  return {
    bytes,
    codeUnits,
    pieces,
    nested,
    outlines,
    samples: mutations(samples),
    references: mutations(samples.map((note) => withReferences(note, below))),
    ...(real.length > 0 ? { real: mutations([...real, ...real.map((note) => withReferences(note, below))]) } : {}),
  };
}
