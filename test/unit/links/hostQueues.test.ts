import assert from 'node:assert/strict';
import { HostQueues } from '../../../src/links/hostQueues.js';

suite('queues of hosts', () => {
  test('where there is room for few, the host with most to do goes first, and the others in between', async () => {
    const order: string[] = [];
    const clock = { now: () => 0, after: () => () => undefined };
    const limits = { perHost: 1, concurrency: 2, longestWait: 0 };
    const queues = new HostQueues(clock, limits, new AbortController().signal);
    const ask = (host: string) =>
      queues.run(host, async () => {
        order.push(host);
        await new Promise(setImmediate);
      });
    const few = ['a', 'b', 'c', 'd'].map(ask);
    const many = Array.from({ length: 4 }, () => ask('many'));
    await Promise.all([...few, ...many]);
    assert.deepEqual(order, ['a', 'b', 'many', 'c', 'many', 'd', 'many', 'many']);
  });
});
