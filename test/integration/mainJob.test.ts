import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codeOf, file, folder, open, problemsOf, read, until, write } from './workspace.js';

const NOTE = 'episodes/090/README.md';
const TEXT =
  '# Episode 090 : Testing : one\r\n\r\n- Hosted by @ada\r\n- Recording date: 2019-10-11\r\n\r\n## Show Notes\r\n\r\n- [ ] alpha\r\n\t- [x] beta\r\n';

const emptyLinks = (uri: vscode.Uri): vscode.Diagnostic[] =>
  problemsOf(uri).filter((one) => codeOf(one) === 'link.empty-target');

suite('the main job', () => {
  setup(() => write(NOTE, TEXT));
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    await vscode.workspace.fs.delete(file('episodes/090'), { recursive: true });
  });

  test('Tick sets one character, undo takes it back, nothing is saved by itself', async () => {
    const editor = await open(NOTE);
    const line = TEXT.split('\r\n').indexOf('- [ ] alpha');
    editor.selection = new vscode.Selection(line, 3, line, 3);
    await vscode.commands.executeCommand('tgik.tick');
    assert.equal(editor.document.getText(), TEXT.replace('- [ ] alpha', '- [x] alpha'));
    assert.equal(editor.document.isDirty, true);
    assert.equal(await read(NOTE), TEXT);
    await editor.document.save();
    assert.equal(await read(NOTE), TEXT.replace('- [ ] alpha', '- [x] alpha'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), TEXT);
    await editor.document.save();
  });

  test('Tick and Go to Next ticks what is next up, or under the cursor, and goes to the following', async () => {
    const text = '# Episode 090 : T\n\n## Show Notes\n\n- [ ] one\n- [ ] two\n  - [ ] two a\n- [ ] three\n- [ ] four\n';
    await write(NOTE, text);
    const editor = await open(NOTE);
    const done = (...labels: string[]): string =>
      labels.reduce((all, label) => all.replace(`[ ] ${label}\n`, `[x] ${label}\n`), text);
    const line = (): number => editor.selection.active.line;
    await until('the outline', async () => {
      await vscode.commands.executeCommand('tgik.goToNextUp');
      return line() === 4;
    });
    await vscode.commands.executeCommand('tgik.tickAndGoToNext');
    assert.deepEqual([editor.document.getText(), line()], [done('one'), 6]);
    editor.selection = new vscode.Selection(7, 3, 7, 3);
    await vscode.commands.executeCommand('tgik.tickAndGoToNext');
    assert.deepEqual([editor.document.getText(), line()], [done('one', 'three'), 6]);
    for (let i = 0; i < 4; i += 1) await vscode.commands.executeCommand('tgik.tickAndGoToNext');
    assert.equal(editor.document.getText(), done('one', 'two', 'two a', 'three', 'four'));
  });

  test('New TGIK Episode makes the next note with the outline of the series, and leaves the old one alone', async () => {
    await open(NOTE);
    const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('tgik.newEpisode', {
      title: 'Testing : two',
      index: false,
    });
    if (!uri) throw new Error('no note was made');
    try {
      assert.equal(uri.toString(), file('episodes/091/README.md').toString());
      const made = await read('episodes/091/README.md');
      assert.match(made, /^# Episode 091 : Testing : two\r\n/);
      assert.ok(made.includes('\r\n- [ ] alpha\r\n\t- [x] beta\r\n'), made);
      assert.equal(await read(NOTE), TEXT);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
      const again = await vscode.commands.executeCommand<vscode.Uri | undefined>('tgik.newEpisode', {
        title: 'x',
        number: 93,
        index: false,
      });
      assert.equal(again?.path.endsWith('/episodes/093/README.md'), true);
    } finally {
      await closeAll();
      for (const number of ['091', '093'])
        await vscode.workspace.fs.delete(file(`episodes/${number}`), { recursive: true });
    }
  });

  test('Set Video puts one id in both places of the embed, as one undo, and refuses what is none', async () => {
    const text =
      '# T\n\n<a href="https://www.youtube.com/watch?v=VIDEO_ID\n"><img src="http://img.youtube.com/vi/VIDEO_ID/0.jpg"></a>\n';
    await write(NOTE, text);
    const { document } = await open(NOTE);
    await until('the new text', () => document.getText() === text);
    await vscode.commands.executeCommand('tgik.setVideo', 'https://youtu.be/abcdefghijk?t=3');
    assert.equal(document.getText(), text.replaceAll('VIDEO_ID', 'abcdefghijk'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    void vscode.commands.executeCommand('tgik.setVideo', 'nonsense');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(document.getText(), text);
  });

  test('the index gets one line on top, its other bytes stay', async () => {
    const before = await read('playlist.md');
    await vscode.commands.executeCommand('tgik.newEpisode', { title: 'Testing : two' });
    try {
      const after = await read('playlist.md');
      const line = '- [091: Testing : two](episodes/091/README.md)\n';
      assert.equal(after.replace(line, ''), before);
      assert.ok(after.indexOf(line) < after.indexOf('](episodes/'), after);
    } finally {
      await closeAll();
      await write('playlist.md', before);
      await vscode.workspace.fs.delete(file('episodes/091'), { recursive: true });
    }
  });

  test('a broken link is underlined while typing, mended by its fix, and forgotten when the note is closed', async () => {
    const editor = await open(NOTE);
    const { uri } = editor.document;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, TEXT.indexOf('\r')), ' ![]()'));
    const problem = await until('the problem', () => emptyLinks(uri)[0]);
    assert.equal(editor.document.getText(problem.range), '![]()');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
      100,
    );
    const fix = actions.find(({ title }) => title === 'Remove the empty image');
    if (!fix?.edit) throw new Error('no fix is offered');
    await vscode.workspace.applyEdit(fix.edit);
    await until('no problem', () => emptyLinks(uri).length === 0);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '![]()'));
    await until('the problem again', () => emptyLinks(uri).length > 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('no problem once closed', () => emptyLinks(uri).length === 0);
  });

  test('every note of the show is checked on command', async () => {
    await vscode.commands.executeCommand('tgik.checkShow');
    const found = vscode.languages
      .getDiagnostics()
      .filter(([uri, list]) => uri.path.startsWith(folder().path) && list.some(({ source }) => source === 'tgik'));
    assert.ok(found.length > 0);
  });
});
