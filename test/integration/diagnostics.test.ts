import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codeOf, file, open, problemsOf, read, until, write } from './workspace.js';

const NOTE = 'episodes/091/README.md';
const TEXT =
  '# Episode 091 : T\n\n- Hosted by @ada\n- Recording date: 2019-10-18\n\n## Show Notes\n\n- [a](a.io)\n- [b](https://b.io/x?utm_source=c#d)\n- ![]()\n- [ ] last\n';

const codes = (): string[] => problemsOf(file(NOTE)).map(codeOf);
const has = (code: string): Promise<boolean> => until(code, () => codes().includes(code));

const actionsAt = async (words: string, kind?: string): Promise<vscode.CodeAction[]> => {
  const document = await vscode.workspace.openTextDocument(file(NOTE));
  const at = document.positionAt(document.getText().indexOf(words));
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    file(NOTE),
    document.lineAt(at.line).range,
    kind,
    100,
  );
};

suite('problems of a note', () => {
  setup(() => write(NOTE, TEXT));
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    await vscode.workspace.fs.delete(file('episodes/091'), { recursive: true });
  });

  test('link their code to the page that comes with the extension', async () => {
    await open(NOTE);
    await has('link.empty-target');
    const [problem] = problemsOf(file(NOTE)).filter((one) => codeOf(one) === 'link.empty-target');
    const code = problem?.code;
    assert.ok(typeof code === 'object');
    assert.equal(code.target.scheme, 'command');
    await vscode.commands.executeCommand(code.target.path, ...JSON.parse(code.target.query));
    await until('the page', () =>
      /link\.empty-target/.test(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? ''),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('are all mended at once where that is safe, and undone at once', async () => {
    const { document } = await open(NOTE);
    await has('link.tracking');
    // VS Code drops the question where the file is read again meanwhile
    const fixes = (): Promise<vscode.CodeAction[]> => actionsAt('# Episode', 'source.fixAll.tgik').catch(() => []);
    const edit = await until('the fix', async () => (await fixes())[0]?.edit);
    await vscode.workspace.applyEdit(edit);
    const after = TEXT.replace('(a.io)', '(https://a.io)').replace('?utm_source=c', '').replace('- ![]()\n', '');
    assert.equal(document.getText(), after);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), TEXT);
  });

  test('are mended as the note is when a fix is chosen, not as it was when the menu opened', async () => {
    const { document } = await open(NOTE);
    await has('link.empty-target');
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file(NOTE),
      document.lineAt(document.positionAt(TEXT.indexOf('![]()')).line).range,
      'quickfix',
    );
    const titles = offered.filter(({ command }) => !command).map(({ title }) => title);
    assert.include(titles, 'Remove the empty image');
    assert.deepEqual(
      offered.flatMap(({ edit }) => edit ?? []),
      [],
    );
    const chosen = (await actionsAt('![]()', 'quickfix')).find(({ title }) => title === 'Remove the empty image');
    assert.equal(chosen?.edit?.size, 1);
  });

  test('are kept quiet by a comment, which is pointed at once it is in vain', async () => {
    const { document } = await open(NOTE);
    await has('link.empty-target');
    const actions = await actionsAt('![]()', 'quickfix');
    const quiet = actions.find(({ title }) => title === 'Ignore link.empty-target on this line');
    assert.ok(quiet?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(quiet.edit);
    assert.include(document.getText(), '<!-- tgik-disable-next-line link.empty-target -->\n- ![]()');
    await until('quiet', () => !codes().includes('link.empty-target'));
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf('- ![]()\n');
    edit.delete(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 8)));
    await vscode.workspace.applyEdit(edit);
    await has('suppression.unused');
  });

  test('leave to VS Code’s own validation what that reports', async () => {
    const edit = TEXT.replace('- [ ] last', '- [gone](gone.md)');
    await write(NOTE, edit);
    await open(NOTE);
    await has('link.missing-file');
    const settings = vscode.workspace.getConfiguration('markdown.validate');
    try {
      await settings.update('enabled', true, vscode.ConfigurationTarget.Workspace);
      await until('silence', () => codes().length > 0 && !codes().includes('link.missing-file'));
    } finally {
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await has('link.missing-file');
  });

  test('are told of the index too', async () => {
    const index = 'playlist.md';
    const before = await read(index).catch(() => undefined);
    try {
      await write(index, '# Playlist\n\n- [091: T](episodes/091/README.me)\n');
      await open(index);
      await until('the dead target', () => problemsOf(file(index)).some((one) => codeOf(one) === 'index.dead-target'));
    } finally {
      await closeAll();
      if (before === undefined) await vscode.workspace.fs.delete(file(index));
      else await write(index, before);
    }
  });

  test('follow a note that is renamed or deleted without being open', async () => {
    const closed = 'episodes/092/README.md';
    const found = (): string[] => problemsOf(file(closed)).map(codeOf);
    await write(closed, TEXT.replace('091', '092'));
    try {
      await vscode.commands.executeCommand('tgik.checkShow');
      await until('its problem', () => found().includes('link.empty-target'));
      assert.isFalse(
        vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith(closed)),
        'it is not open',
      );
      await vscode.workspace.fs.rename(file(closed), file('episodes/092/other.md'));
      await until('nothing of the old name', () => found().length === 0);
    } finally {
      await vscode.workspace.fs.delete(file('episodes/092'), { recursive: true });
    }
  });

  test('are found in a closed note that is not UTF-8', async () => {
    const closed = file('episodes/092/README.md');
    const bytes = new TextEncoder().encode(TEXT.replace('091', '092'));
    await vscode.workspace.fs.writeFile(closed, new Uint8Array([...bytes, 0xff, 0x0a]));
    try {
      await vscode.commands.executeCommand('tgik.checkShow');
      await until('its problem', () => problemsOf(closed).map(codeOf).includes('link.empty-target'));
    } finally {
      await vscode.workspace.fs.delete(file('episodes/092'), { recursive: true });
    }
  });
});
