import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { NoteSummary } from '../../../src/core/archive/noteSummary.js';
import { parseIndex } from '../../../src/core/archive/parseIndex.js';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown.js';
import { TGIK } from '../../../src/core/show/show.js';
import { NoteReader, type Thread } from '../../../src/extension/adapters/noteReader.js';
import { answerRequest } from '../../../src/worker/answerRequest.js';
import type { ReadAnswer, ReadRequest } from '../../../src/worker/readRequest.js';

/** A thread that does its work in a later turn, or fails at its `failAt`th message. */
class FakeThread implements Thread {
  readonly requests: ReadRequest[] = [];
  ended = false;
  #answer: (read: ReadAnswer) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  constructor(readonly failAt = 0) {}

  post(request: ReadRequest): void {
    const at = this.requests.push(request);
    setTimeout(() => {
      if (this.ended) return;
      if (at === this.failAt) this.#fail(new Error('gone'));
      else this.#answer(answerRequest(request));
    }, 1);
  }
  onAnswer(listener: (read: ReadAnswer) => void): void {
    this.#answer = listener;
  }
  onFailure(listener: (error: unknown) => void): void {
    this.#fail = listener;
  }
  end(): void {
    this.ended = true;
  }
}

const warnings: string[] = [];
const log = { warn: (message: string) => void warnings.push(message) } as unknown as vscode.LogOutputChannel;
const texts = Array.from({ length: 200 }, (_, at) => `# Episode ${at} : A : b\n\n${'- [ ] topic\n'.repeat(120)}`);
const titles = (notes: readonly NoteSummary[]): (number | null)[] => notes.map(({ titleNumber }) => titleNumber);
const inOrder = texts.map((_, at) => at);

suite('the reader of notes', () => {
  const readAll = (reader: NoteReader, some = texts): Promise<NoteSummary[]> =>
    Promise.all(some.map((text) => reader.summarize(TGIK, text)));

  test('gives threads many notes at once, to no more threads than are worth it', async () => {
    const started: FakeThread[] = [];
    const reader = new NoteReader({ most: 3, start: () => started[started.push(new FakeThread()) - 1] as Thread }, log);
    assert.deepEqual(titles(await readAll(reader)), inOrder);
    assert.equal(started.length, 2);
    // one more while they idle
    assert.deepEqual(titles(await readAll(reader, texts.slice(7, 8))), [7]);
    assert.ok(started.flatMap(({ requests }) => requests).length < 30);
    reader.dispose();
    assert.ok(started.every(({ ended }) => ended));
  });

  test('gives a long index to a thread, and reads a short one here', async () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, at) => `- [${count - at}: T](episodes/${count - at}/README.md)\n`).join('');
    const started: FakeThread[] = [];
    const reader = new NoteReader({ most: 3, start: () => started[started.push(new FakeThread()) - 1] as Thread }, log);
    assert.deepEqual(await reader.readIndex(TGIK, lines(3)), parseIndex(lines(3)));
    assert.equal(started.length, 0);
    const [index] = await Promise.all([reader.readIndex(TGIK, lines(600)), readAll(reader)]);
    assert.deepEqual(index, parseIndex(lines(600)));
    assert.ok(started[0]?.requests.some(({ kind }) => kind === 'index'));
    reader.dispose();
  });

  test('has a thread read an open note before all others', async () => {
    const started: FakeThread[] = [];
    const reader = new NoteReader({ most: 1, start: () => started[started.push(new FakeThread()) - 1] as Thread }, log);
    const long = texts.slice(0, 12).join('\n');
    assert.ok(!reader.isLittle(long) && reader.isLittle('# Short'));
    const others = readAll(reader);
    const { blocks } = await reader.readSyntax(TGIK, long);
    assert.deepEqual(blocks, parseMarkdown(long).blocks);
    assert.equal(started[0]?.requests[0]?.kind, 'syntax');
    assert.deepEqual(titles(await others), inOrder);
    reader.dispose();
  });

  test('starts none for a few notes', async () => {
    const reader = new NoteReader({ most: 3, start: () => assert.fail('a thread was started') }, log);
    assert.deepEqual(titles(await readAll(reader, texts.slice(0, 3))), [0, 1, 2]);
  });

  test('loses nothing where a thread fails, says so, and reads on by itself', async () => {
    for (const failAt of [1, 2]) {
      warnings.length = 0;
      const started: Thread[] = [];
      const start = (): Thread => {
        started.push(new FakeThread(started.length === 0 ? failAt : 0));
        return started.at(-1) as Thread;
      };
      const reader = new NoteReader({ most: 2, start }, log);
      assert.deepEqual(titles(await readAll(reader)), inOrder);
      assert.match(warnings.join(), /own thread: gone/);
      assert.deepEqual(titles(await readAll(reader, texts.slice(0, 20))), inOrder.slice(0, 20));
      assert.equal(started.length, 2, 'threads were tried again');
    }
  });

  test('reads by itself where there are no threads, or none can be started', async () => {
    assert.deepEqual(titles(await readAll(new NoteReader(undefined, log))), inOrder);
    const start = (): never => {
      throw new Error('not here');
    };
    assert.deepEqual(titles(await readAll(new NoteReader({ most: 2, start }, log))), inOrder);
  });
});
