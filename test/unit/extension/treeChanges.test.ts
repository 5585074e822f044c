import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { TreeChanges } from '../../../src/extension/adapters/treeChanges.js';
import { loadWithVscode } from '../../support/loadWithVscode.js';

const TOGETHER = 30;

class EventEmitter<T> {
  readonly #listeners: ((event: T) => void)[] = [];
  readonly event = (listener: (event: T) => void): void => void this.#listeners.push(listener);
  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.length = 0;
  }
}

suite('what VS Code is told of a tree', () => {
  let told: (string[] | undefined)[];
  let changes: TreeChanges<string>;

  const modules = loadWithVscode<{ readonly TreeChanges: typeof TreeChanges }>(['adapters/treeChanges'], {
    EventEmitter,
  });

  setup(() => {
    told = [];
    changes = new modules.TreeChanges<string>(TOGETHER);
    changes.event((rows) => void told.push(rows));
  });
  teardown(() => changes.dispose());

  test('nothing before the view has asked for rows', () => {
    changes.fire();
    assert.deepEqual(told, []);
  });

  test('what changes right when rows are given, at once and again a while after', async () => {
    changes.asked();
    changes.fire(['a']);
    assert.deepEqual(told, [['a']]);
    await wait(2 * TOGETHER);
    assert.deepEqual(told, [['a'], undefined]);
  });

  test('nothing again where nothing has changed meanwhile', async () => {
    changes.asked();
    await wait(2 * TOGETHER);
    assert.deepEqual(told, []);
  });

  test('once, what changes a while after rows were given', async () => {
    changes.asked();
    await wait(2 * TOGETHER);
    changes.fire(['a']);
    changes.asked();
    await wait(2 * TOGETHER);
    assert.deepEqual(told, [['a']]);
  });

  test('once, whatever changes when the view is built', async () => {
    changes.asked();
    await wait(1500);
    changes.asked();
    changes.fire(['a']);
    await wait(2 * TOGETHER);
    assert.deepEqual(told, [['a']]);
  });

  test('what changes while rows that take their time are not there, at once and again a while after they are', async () => {
    const rows = changes.answer(wait(3 * TOGETHER, ['a']));
    changes.asked();
    await wait(2 * TOGETHER);
    changes.fire();
    assert.deepEqual(told, [undefined]);
    assert.deepEqual(await rows, ['a']);
    assert.deepEqual(told, [undefined]);
    await wait(2 * TOGETHER);
    assert.deepEqual(told, [undefined, undefined]);
  });

  test('rows that could not be read are a fault of who asked', async () => {
    await assert.rejects(changes.answer(Promise.reject(new Error('no disk'))), /no disk/);
  });

  test('nothing when it is over', async () => {
    changes.asked();
    changes.fire();
    changes.dispose();
    await wait(2 * TOGETHER);
    assert.deepEqual(told, [undefined]);
  });
});
