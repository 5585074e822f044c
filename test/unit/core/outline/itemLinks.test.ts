import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseEpisode, readEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { reparseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { itemLinks } from '../../../../src/core/outline/itemLinks.js';
import { walkOutline } from '../../../../src/core/outline/progress.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { contains } from '../../../../src/core/text/span.js';
import { makeNote } from '../../../bench/note.js';

suite('the links of an item', () => {
  const samples = path.resolve(__dirname, '../../../../samples/episodes');
  const notes = fs.readdirSync(samples).map((name) => fs.readFileSync(path.join(samples, name, 'README.md'), 'utf8'));

  test('are those within its words, in a note as it was opened and in one that was typed in', () => {
    let count = 0;
    for (const text of [...notes, makeNote(30_000), '- [a](b) ![c](d)\n  - e [f](g)\n']) {
      const opened = parseEpisode(text);
      const typed = readEpisode(reparseMarkdown(parseEpisode(`${text}\n`).syntax, text), TGIK);
      for (const episode of [opened, typed])
        for (const item of walkOutline(episode.outline)) {
          const within = episode.links.filter(({ span }) => contains(item.content, span));
          assert.deepEqual(itemLinks(episode, item), within);
          count += within.length;
        }
    }
    assert.ok(count > 100);
  });
});
