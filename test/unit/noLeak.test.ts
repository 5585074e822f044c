import assert from 'node:assert/strict';
import { parseIndex } from '../../src/core/archive/parseIndex.js';
import { parseEpisode } from '../../src/core/episode/parseEpisode.js';
import { resolveTarget } from '../../src/core/episode/relativeTargets.js';
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
    '%2e%2e/secret.md',
    'a/%2E%2E%2f%2e%2e/x',
    '%2Fetc/passwd',
    '..%5Cx',
    'C%3A/x.md',
    '//host/share/x',
    '.. /x',
    '.. . /x',
    'a/\0',
  ]) {
    test(`.tgik.json cannot name ${path}`, () => {
      const settings = { template: path, index: path, notes: `${path}/{number}.md` };
      const { show, problems } = parseShowFile(JSON.stringify(settings));
      assert.deepEqual([show.template, show.index, show.notes], [TGIK.template, TGIK.index, TGIK.notes]);
      assert.deepEqual(problems.map(({ key }) => key).sort(), ['index', 'notes', 'template']);
    });
  }

  for (const url of [
    '../../../secret.md',
    '/../secret.md',
    '%2e%2e/%2e%2e/%2e%2e/secret.md',
    '..%2f..%2f..%2fsecret.md',
    '..%5C..%5C..%5Csecret.md',
    '..\\..\\..\\secret.md',
    '\\\\host\\share\\x.md',
    '%5C%5Chost%5Cshare',
    'C:/secret.md',
    'c%3A/secret.md',
    '/C%3A/secret.md',
    'c%3a%5csecret.md',
    '//host/secret.md',
    'file:///etc/passwd',
    'command:workbench.action.quit',
    '.. /.. /.. /secret.md',
    '%2e%2e%20/x',
    'a%00.md',
  ])
    test(`a link or a line of the index leads to no file of the show by ${url}`, () => {
      assert.equal(resolveTarget(url, 'episodes/078/README.md'), null);
      const [entry] = parseIndex(`- [001: T](<${url}>)\n`).entries;
      assert.equal(resolveTarget(entry?.target ?? '', 'playlist.md'), null);
    });

  for (const [url, path] of [
    ['../077/README.md', 'episodes/077/README.md'],
    ['a%20b.png', 'episodes/078/a b.png'],
    ['a..b/...c.md', 'episodes/078/a..b/...c.md'],
    ['/docs/100%25.md', 'docs/100%.md'],
    ['100%.md', 'episodes/078/100%.md'],
  ] as const)
    test(`a link leads to ${path} by ${url}`, () => assert.equal(resolveTarget(url, 'episodes/078/README.md'), path));

  for (const image of ['![a](https://a.io/x.png)', '!![a](https://a.io/x.png)', '!!![a](x)', '[![a](x)](y)']) {
    test(`a tooltip loads no image of ${image}`, () => {
      const { blocks } = parseEpisode(withoutImages(image)).syntax;
      assert.ok(blocks.length > 0);
      assert.ok(!JSON.stringify(blocks).includes('"image"'));
      assert.ok(JSON.stringify(parseEpisode(image).syntax.blocks).includes('"image'), 'it was one');
    });
  }
});
