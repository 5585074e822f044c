import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, file, open, read, until } from './workspace.js';

suite('the archive in the side bar', () => {
  teardown(closeAll);

  test('an episode opens to the side', async () => {
    await open('episodes/001/README.md');
    await vscode.commands.executeCommand('tgik.openToSide', { uri: file('episodes/012/README.md') });
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, file('episodes/012/README.md').path);
    assert.equal(vscode.window.visibleTextEditors.length, 2);
  });

  test('an episode is compared with the next of its series', async () => {
    const episode = { number: 8, series: 'Home Network from Scratch' };
    await vscode.commands.executeCommand('tgik.compareWithNext', {
      uri: file('episodes/008/README.md'),
      number: 8,
      episode,
    });
    const label = await until('the diff', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label);
    assert.match(label, /^008 ↔ 012/);
  });

  test('grouping and refreshing leave the notes alone', async () => {
    const before = await read('episodes/012/README.md');
    for (const command of ['tgik.groupByYear', 'tgik.groupFlat', 'tgik.groupBySeries'])
      await vscode.commands.executeCommand(command);
    assert.equal(await read('episodes/012/README.md'), before);
  });
});
