import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from './workspace.js';

/** Every command that needs a show says so, once, and does nothing. */
suite('no folder', () => {
  test('is open', () => assert.isUndefined(vscode.workspace.workspaceFolders));

  for (const command of ['newEpisode', 'carryOverOutline', 'updateIndex', 'setVideo', 'checkShow', 'insertSection'])
    test(`tgik.${command} ends with a word`, async () => {
      let answered = false;
      const done = Promise.resolve(vscode.commands.executeCommand(`tgik.${command}`)).finally(() => {
        answered = true;
      });
      await until('the end of it', async () => {
        await vscode.commands.executeCommand('notifications.clearAll');
        return answered;
      });
      assert.isUndefined(await done);
    });

  test('an unsaved note has an outline that ticks', async () => {
    const content = '# Episode 001 : T\n\n## Show Notes\n\n- [ ] one\n';
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('tgik.tick', { line: 5 });
    assert.include([content, content.replace('[ ]', '[x]')], document.getText());
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
