import assert from 'node:assert/strict';
import { computeProblems } from '../../../../src/core/diagnostics/computeProblems.js';
import { fixAll } from '../../../../src/core/diagnostics/safeFixes.js';
import { applyEdits } from '../../../../src/core/text/span.js';
import { factsWith } from '../../../support/checkFix.js';
import { factsOf } from '../../../support/checkRule.js';
import { readArchive } from '../../../support/realShow.js';
import { sharedFolder } from '../../../support/shared.js';

const fixed = (text: string): string => {
  const facts = factsOf({ text });
  return applyEdits(text, fixAll(facts, computeProblems(facts)));
};

suite('fixing all that is safe', () => {
  test('mends many problems of a note in one edit', () => {
    assert.equal(fixed('- [a](a.io)\n- ![]()\n- [b](htps://b.io)\n'), '- [a](https://a.io)\n- [b](https://b.io)\n');
  });
  test('drops tracking and keeps the fragment', () => {
    assert.equal(fixed('- [a](https://a.io/b?utm_source=c&d=1#!e)'), '- [a](https://a.io/b?d=1#!e)');
  });
  test('decides nothing for the author: chapters, boxes and words stay', () => {
    for (const text of [
      '# T\n\n## Table of Contents\n\n- 00:00:10 - a\n- 00:01:00 - b\n- 00:00:30 - c\n',
      '- [a]()\n- see the Release Notes(https://a.io)\n',
    ]) {
      assert.ok(computeProblems(factsOf({ text })).length > 0, text);
      assert.equal(fixed(text), text);
    }
  });
  test('brings no new problem in the real archive, and less of the old', function () {
    const archive = sharedFolder('archive');
    if (!archive) return this.skip();
    this.timeout(30_000);
    for (const facts of readArchive(archive)) {
      const before = computeProblems(facts);
      const edits = fixAll(facts, before);
      if (edits.length === 0) continue;
      const after = computeProblems(factsWith(facts, applyEdits(facts.episode.syntax.text, edits)));
      assert.ok(after.length < before.length, facts.path ?? '');
    }
  });
});
