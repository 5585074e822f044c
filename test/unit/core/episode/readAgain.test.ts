import assert from 'node:assert/strict';
import { buildArchive } from '../../../../src/core/archive/buildArchive.js';
import { computeProblems } from '../../../../src/core/diagnostics/computeProblems.js';
import type { Episode } from '../../../../src/core/episode/episode.js';
import { parseEpisode, readEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { parseMarkdown, reparseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { belowItems, inOneSection, random, someNotes } from '../../../support/randomEdits.js';
import { editor, withReferences } from '../../../support/references.js';

/** `EDITS=20000 SEED=2 npx mocha test/unit/core/episode/readAgain.test.ts` for a long run. */
const EDITS = Number(process.env.EDITS ?? 200);
const path = 'episodes/093/README.md';
const archive = buildArchive(TGIK, {
  notes: new Map([
    [path, someNotes[0] ?? ''],
    ['episodes/001/README.md', '# One\n\n## Week in Review\n\n- https://a.io/\n'],
  ]),
  folders: [],
  index: null,
  template: null,
});
const archived = archive.episodes.find((one) => one.path === path) ?? null;

const PARTS = [
  '\n# T\n\n- Hosted by @a\n',
  '\n## Table of Contents\n\n- 00:00:00 - a\n- [0:10](https://a.io/) - b\n',
  '\n### sub\n- 00:20:00 - x\n',
  '\n## Week in Review\n- [a](https://a.io/?utm_source=x)\n- http://a.io/\n',
  '\n## Show Notes\n\n- [ ] a\n  - [x] b tgik.io/086\n- https://a.io\n  - [ ] c\n- [] d\n',
  '\n## Links\n[a](#show-notes) [b]() [c](no.md)\nH\n===\n',
  '<!-- tgik-disable-file link.duplicate -->\n',
  '<!-- tgik-disable-next-line link.plain-http -->\n',
  '- [ ] one\n',
  '\n[a]: https://a.io/?utm_source=x\n[kubelet]: b.md\n',
  '\n## More [a]\n\n- [a][b] [c][a][^1]\n\n[^1]: [b]\n',
  '<a href="https://youtu.be/abcdefghijk"><img src="https://img.youtube.com/vi/abcdefghijk/0.jpg"></a>\n',
];

/** So many sections that their parts are read in groups. */
const MANY = Array.from({ length: 80 }, (_, at) => {
  const title = ['Notes', 'This Week', 'Contents', 'x', 'y'][at % 5];
  const link = at % 7 === 0 ? `[a](http://a.io/${at % 3}) [b](#notes-${at})` : `https://a.io/${at}`;
  return `${'#'.repeat(2 + (at % 3 === 2 ? 1 : 0))} ${title}\n- [${at % 2 ? 'x' : ' '}] ${link}\n- 0:${10 + (at % 40)} - c\n`;
}).join('');

const SHAPES: readonly ((note: string) => string)[] = [
  () => `# T\n${MANY}`,
  (note) => note,
  inOneSection,
  (note) => belowItems(note + note),
  (note) => belowItems(note + note, ['- a', '- [x] b']),
];

/** All a note says and all that is wrong with it. */
function everything(episode: Episode): unknown {
  const { syntax, parts: _, longItems: __, ...said } = episode;
  const facts = { show: TGIK, episode, path, archived, archive, fileExists: (file: string) => file.endsWith('x.md') };
  const outline: unknown = JSON.parse(JSON.stringify(said.outline));
  return { text: syntax.text, ...said, outline, problems: computeProblems(facts) };
}

suite('a note read again after an edit', () => {
  for (const [what, lines] of [
    ['a URL with tasks behind its topic', '- [x] topic\n- https://a.io/x\n  - [ ] below\n'],
    ['items of the same name', '- item\n  - below\n- item\n'],
    ['an empty item', '-\n- \n- [ ]\n'],
    ['a sub-section with items of the same name', '- item\n\n### item\n\n- item\n'],
  ] as const)
    test(`says the same wherever a long section is cut around ${what}`, () => {
      for (let count = 70; count < 110; count++) {
        const text = `# T\n\n## Notes\n\n${'- [ ] item\n'.repeat(count)}${lines}${'- [x] item\n'.repeat(count)}`;
        const cut = reparseMarkdown(parseMarkdown(`${text}\n`), text);
        assert.ok((cut.parts?.length ?? 0) > 2);
        assert.deepEqual(everything(readEpisode(cut, TGIK)), everything(parseEpisode(text)));
      }
    });

  for (const [what, lines] of [
    ['a topic that is done', '    - [x] topic\n'],
    ['a topic that is open', '    - [ ] topic\n'],
    ['a URL behind a topic', '    - [x] topic\n    - https://a.io/x\n'],
    ['items of the same name', '    - item\n        - [ ] item\n    - item\n'],
  ] as const)
    for (const bullet of ['- Outline:', '- [x] Outline'])
      test(`says the same wherever what hangs below “${bullet}” is cut around ${what}`, () => {
        for (const below of ['        - words\n', '        - [x] item\n'])
          for (let count = 60; count < 180; count += 31) {
            const tasks = `${below.repeat(count)}        - [ ] item\n        - [x] one\n`;
            const text = `# T\n\n## Notes\n\n${bullet}\n${(lines + tasks).repeat(2)}- last\n`;
            const cut = reparseMarkdown(parseMarkdown(`${text}\n`), text);
            assert.ok(cut.parts?.some(({ note }) => note.standIns));
            assert.deepEqual(everything(readEpisode(cut, TGIK)), everything(parseEpisode(text)));
          }
      });

  for (const [what, before, after] of [
    ['becomes a URL', '- [ ] WORDS\n', '- https://a.io\n'],
    ['becomes a URL with tasks below', '- [ ] WORDS\n', '- https://a.io\n  - [ ] below\n'],
    ['loses its words', '- [ ] WORDS\n', '- [ ] \n'],
  ] as const)
    for (const indent of ['', '    '])
      test(`says the same where any item of a long ${indent ? 'one' : 'section'} ${what}`, () => {
        for (let at = 25; at < 66; at++) {
          const list = Array.from({ length: 120 }, (_, one) => (one === at ? before : `- [ ] item ${one}\n`)).join('');
          const note = (lines: string): string =>
            `# T\n\n## Notes\n\n${indent && '- Outline:\n'}${lines.replace(/^(?=.)/gm, indent)}`;
          const cut = reparseMarkdown(parseMarkdown(`${note(list)}\n`), note(list));
          const text = note(list.replace(before, after));
          const { outline: _, ...now } = everything(readEpisode(reparseMarkdown(cut, text), TGIK)) as {
            outline: unknown;
          };
          const { outline: __, ...anew } = everything(parseEpisode(text)) as { outline: unknown };
          assert.deepEqual(now, anew);
        }
      });

  test('says the same of a long section that waits to be written', () => {
    const text = `# T\n\n## Notes\n\n${'- [ ] \n'.repeat(150)}\n## More\n\nx\n`;
    const cut = reparseMarkdown(parseMarkdown(`${text}\n`), text);
    assert.deepEqual(everything(readEpisode(cut, TGIK)), everything(parseEpisode(text)));
  });

  test('says what it says when read anew', () => {
    const below = random(Number(process.env.SEED ?? 20190809));
    let syntax = parseMarkdown('');
    let edit = editor(below);
    let undo = '';
    let [inParts, inGroups, inItems] = [0, 0, 0];
    for (let done = 0; done < EDITS; done++) {
      if (done % 30 === 0) {
        const note = someNotes[below(someNotes.length)] ?? '';
        const shape = SHAPES[(done / 30) % SHAPES.length] ?? inOneSection;
        syntax = parseMarkdown(shape(below(2) === 0 ? note : withReferences(note, below)));
        edit = editor(below);
      }
      const how = below(12);
      const at = below(syntax.text.length + 1);
      const piece = how === 1 ? PARTS[below(PARTS.length)] : undefined;
      const text =
        how === 0 ? undo : piece ? syntax.text.slice(0, at) + piece + syntax.text.slice(at) : edit(syntax.text);
      undo = syntax.text;
      syntax = reparseMarkdown(syntax, text);
      if ((syntax.parts?.length ?? 0) > 1) inParts++;
      if (syntax.parts?.some(({ note }) => note.standIns)) inItems++;
      const [now, anew] = [readEpisode(syntax, TGIK), parseEpisode(text)];
      if (now.parts.some(({ episode }) => episode.parts.length > 1)) inGroups++;
      assert.deepEqual(everything(now), everything(anew), JSON.stringify(text).slice(0, 300));
    }
    assert.ok(inParts > EDITS / 2 && inGroups > EDITS / 10 && inItems > EDITS / 10);
  }).timeout(0);
});
