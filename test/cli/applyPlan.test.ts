import assert from 'node:assert/strict';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewEpisodePlan } from '../../src/core/newEpisode/choices.js';
import { applyPlan } from '../../src/node/applyPlan.js';
import { createFile, replaceFile, WriteError } from '../../src/node/writeFiles.js';
import { filesIn, folderWith, removeFolders, textOf } from './support.js';

const planOf = (files: NewEpisodePlan['files']): NewEpisodePlan => ({
  kind: 'plan',
  path: 'episodes/004/README.md',
  number: 4,
  from: null,
  files,
  cursor: 0,
});

const NOTE = { path: 'episodes/004/README.md', before: null, after: '# Four\n' };

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

suite('applyPlan', () => {
  teardown(removeFolders);

  test('takes the note and its folders back where the index has changed meanwhile', async () => {
    const root = await folderWith({ 'index.md': 'theirs\n' });
    const plan = planOf([NOTE, { path: 'index.md', before: 'ours\n', after: 'new\nours\n' }]);
    await assert.rejects(applyPlan(root, plan), (error) => {
      assert.ok(error instanceof WriteError);
      assert.match(error.message, /index\.md has changed meanwhile.*The new note was removed again/);
      return true;
    });
    assert.deepEqual(await filesIn(root), ['index.md']);
    assert.equal(await exists(join(root, 'episodes')), false);
    assert.equal(await textOf(root, 'index.md'), 'theirs\n');
  });

  test('leaves folders that were there, and what is in them', async () => {
    const root = await folderWith({ 'episodes/004/cover.png': 'image' });
    const plan = planOf([NOTE, { path: 'index.md', before: '', after: 'new\n' }]);
    await assert.rejects(applyPlan(root, plan), WriteError);
    assert.deepEqual(await filesIn(root), ['episodes/004/cover.png']);
  });

  test('never overwrites a note', async () => {
    const root = await folderWith({ 'episodes/004/README.md': 'mine', 'index.md': 'old\n' });
    const plan = planOf([{ path: 'index.md', before: 'old\n', after: 'new\n' }, NOTE]);
    await assert.rejects(applyPlan(root, plan), /exists already/);
    assert.equal(await textOf(root, 'episodes/004/README.md'), 'mine');
    assert.equal(await textOf(root, 'index.md'), 'old\n');
  });

  test('leaves one note where two are created at once', async () => {
    const root = await folderWith({});
    const results = await Promise.allSettled([applyPlan(root, planOf([NOTE])), applyPlan(root, planOf([NOTE]))]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(await textOf(root, NOTE.path), NOTE.after);
  });
});

suite('replaceFile', () => {
  teardown(removeFolders);

  test('keeps the file’s mode and leaves no temporary file', async () => {
    const root = await folderWith({ 'a.md': 'a' });
    await chmod(join(root, 'a.md'), 0o640);
    await replaceFile(root, 'a.md', 'a', 'b');
    assert.equal((await stat(join(root, 'a.md'))).mode & 0o777, 0o640);
    assert.deepEqual(await filesIn(root), ['a.md']);
    assert.equal(await textOf(root, 'a.md'), 'b');
  });

  test('never writes a file that is not UTF-8', async () => {
    const root = await folderWith({ 'a.md': new Uint8Array([0xff]) });
    await assert.rejects(replaceFile(root, 'a.md', '\uFFFD', 'b'), WriteError);
    assert.deepEqual(await filesIn(root), ['a.md']);
  });

  test('never leaves the root', async () => {
    const root = await folderWith({ 'show/x': '', 'a.md': 'a' });
    await assert.rejects(replaceFile(join(root, 'show'), '../a.md', 'a', 'b'), /leads outside/);
    await assert.rejects(createFile(join(root, 'show'), '../b.md', 'b'), /leads outside/);
    assert.deepEqual(await filesIn(root), ['a.md', 'show/x']);
  });

  test('says so where a folder has the file’s name', async () => {
    const root = await folderWith({});
    await mkdir(join(root, 'a.md'));
    await assert.rejects(replaceFile(root, 'a.md', '', 'b'), WriteError);
    await assert.rejects(createFile(root, 'a.md', 'b'), /exists already/);
  });
});
