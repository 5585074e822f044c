import { assert } from 'chai';
import * as vscode from 'vscode';

suite('activation', () => {
  test('the extension is there, active in the host that was asked for, with all its commands', async () => {
    const extension = vscode.extensions.getExtension('tgik.tgik');
    if (!extension) throw new Error('the extension is not installed');
    await extension.activate();
    const web = typeof process === 'undefined' || !process.versions?.node;
    assert.equal(web, 'tgikSuites' in globalThis, 'node suites run on node, web suites in the worker');
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = (
      extension.packageJSON as { contributes: { commands: { command: string }[] } }
    ).contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});
