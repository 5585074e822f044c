import assert from 'node:assert/strict';
import { ignoreUrl } from '../../../../src/core/show/ignoreUrl.js';
import { parseShowFile } from '../../../../src/core/show/parseShowFile.js';
import { applyEdits } from '../../../../src/core/text/span.js';

const URLS = 'https://a.io/*';

suite('a URL to ignore', () => {
  for (const [text, expected] of [
    ['{}', `{\n  "ignoreUrls": ["${URLS}"]\n}`],
    ['{\r\n  "name": "B" // ours\r\n}', `{\r\n  "name": "B",\r\n  "ignoreUrls": ["${URLS}"] // ours\r\n}`],
    ['{ "ignoreUrls": [] }', `{ "ignoreUrls": ["${URLS}"] }`],
    ['{ "ignoreUrls": ["b"] }', `{ "ignoreUrls": ["b", "${URLS}"] }`],
    ['{\n  "ignoreUrls": [\n    "b",\n  ],\n}', `{\n  "ignoreUrls": [\n    "b",\n    "${URLS}",\n  ],\n}`],
  ] as const)
    test(`is added to ${JSON.stringify(text)}`, () => {
      const edit = ignoreUrl(text, URLS);
      assert.ok(edit);
      const after = applyEdits(text, [edit]);
      assert.equal(after, expected);
      const { show, problems } = parseShowFile(after);
      assert.equal(show.ignoreUrls.at(-1), URLS);
      assert.deepEqual(problems, []);
    });
  test('is added to nothing that is no sound settings file', () => {
    for (const text of ['', '[]', '{', '{ "ignoreUrls": "b" }']) assert.equal(ignoreUrl(text, URLS), undefined);
  });
});
