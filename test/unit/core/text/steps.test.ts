import assert from 'node:assert/strict';
import { finish, mapInSteps } from '../../../../src/core/text/steps.js';

suite('work in steps', () => {
  const items = Array.from({ length: 1000 }, (_, at) => at);

  test('pauses, and gives all in order at the end', () => {
    const work = mapInSteps(items, (item, at) => item + at);
    let pauses = 0;
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) {
        assert.deepEqual(step.value, finish(mapInSteps(items, (item) => item * 2)));
        break;
      }
      pauses += 1;
    }
    assert.ok(pauses > 2);
  });
});
