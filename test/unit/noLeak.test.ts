import assert from 'node:assert/strict';
import { parseEpisode } from '../../src/core/episode/parseEpisode.js';
import { parseShowFile } from '../../src/core/show/parseShowFile.js';
import { TGIK } from '../../src/core/show/show.js';
import { withoutImages } from '../../src/core/text/withoutImages.js';

suite('no leak', () => {
  for (const path of [
    '../secret.md',
    'a/../../secret.md',
    '/etc/passwd',
    'C:/x.md',
    'c:x.md',
    '\\\\host\\x',
    'a\\..\\x',
  ]) {
    test(`.tgik.json cannot name ${path}`, () => {
      const settings = { template: path, index: path, notes: `${path}/{number}.md` };
      const { show, problems } = parseShowFile(JSON.stringify(settings));
      assert.deepEqual([show.template, show.index, show.notes], [TGIK.template, TGIK.index, TGIK.notes]);
      assert.deepEqual(problems.map(({ key }) => key).sort(), ['index', 'notes', 'template']);
    });
  }

  for (const image of ['![a](https://a.io/x.png)', '!![a](https://a.io/x.png)', '!!![a](x)', '[![a](x)](y)']) {
    test(`a tooltip loads no image of ${image}`, () => {
      const { blocks } = parseEpisode(withoutImages(image)).syntax;
      assert.ok(blocks.length > 0);
      assert.ok(!JSON.stringify(blocks).includes('"image"'));
      assert.ok(JSON.stringify(parseEpisode(image).syntax.blocks).includes('"image'), 'it was one');
    });
  }
});
