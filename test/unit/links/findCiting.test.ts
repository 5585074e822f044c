import assert from 'node:assert/strict';
import { finish } from '../../../src/core/text/steps.js';
import { findCiting } from '../../../src/links/findCiting.js';
import { archiveOf } from '../../support/archiveOf.js';

suite('who cites a page', () => {
  const { episodes } = archiveOf({
    1: '# One\n\n- [a](https://A.io/x#top) [again](https://a.io/x)\n- https://b.io\n',
    2: '# Two\n\n- [a](http://a.io/x)\n',
    3: '# Three\n\n- [a](https://user@a.io:443/x)\n- [odd](mailto:a@b.io)\n',
  });
  const citing = (...urls: string[]) =>
    [...finish(findCiting(episodes, new Set(urls)))].map(([url, some]) => [url, some.map(({ number }) => number)]);

  test('is found however the page is written, the newest first, each once', () => {
    assert.deepEqual(citing('https://a.io/x', 'https://b.io/', 'https://c.io/'), [
      ['https://a.io/x', [3, 1]],
      ['https://b.io/', [1]],
    ]);
    assert.deepEqual(citing('https://c.io/'), []);
    assert.deepEqual(citing(), []);
  });

  test('is read from a note’s links once', () => {
    let read = 0;
    const links = new Proxy(['https://a.io/'], {
      get: (target, key) => {
        if (key === '0') read += 1;
        return Reflect.get(target, key);
      },
    });
    const [first] = episodes;
    const one = { ...first, details: { ...first?.details, links } } as (typeof episodes)[number];
    for (const url of ['https://a.io/', 'https://b.io/']) finish(findCiting([one], new Set([url])));
    assert.equal(read, 1);
  });
});
