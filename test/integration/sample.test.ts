import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, file, read, until, write } from './workspace.js';

const make = (): Thenable<vscode.Uri | undefined> => vscode.commands.executeCommand('tgik.openSample', file('own'));
const names = async (uri: vscode.Uri): Promise<string[]> =>
  (await vscode.workspace.fs.readDirectory(uri)).map(([name]) => name).sort();

suite('the sample show', () => {
  setup(() => vscode.workspace.fs.createDirectory(file('own')));
  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file('own'), { recursive: true });
  });

  test('is written into a folder of its own, all of it', async () => {
    const made = await make();
    assert.equal(made?.toString(), file('own/tgik-sample').toString());
    assert.deepEqual(await names(file('own/tgik-sample')), ['.tgik.json', 'episodes', 'playlist.md']);
    assert.match(await read('own/tgik-sample/episodes/002/README.md'), /^# Episode 002 : Tea from Scratch : water\n/);
    assert.deepEqual(await names(file('own')), ['tgik-sample']);
  });

  test('never writes into a folder that is there, however often it is asked for', async () => {
    await write('own/tgik-sample/playlist.md', 'mine');
    await write('own/tgik-sample-2', 'a file of mine');
    const made = await until('the sample', async () => make());
    assert.equal(made.toString(), file('own/tgik-sample-3').toString());
    assert.equal(await read('own/tgik-sample/playlist.md'), 'mine');
    assert.equal(await read('own/tgik-sample-2'), 'a file of mine');
    assert.deepEqual(await names(file('own/tgik-sample')), ['playlist.md']);
  });
});
