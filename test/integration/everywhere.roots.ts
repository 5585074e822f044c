// Two folders, one with an awkward name, one behind a file system of an extension's own.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { memory, NOTE, resetMemory, SHOW, showUri, TEXT, textOf } from './memoryShow.js';
import { closeAll, codeOf, problemsOf, until } from './workspace.js';

const line = (document: vscode.TextDocument, words: string): number =>
  document.getText().slice(0, document.getText().indexOf(words)).split(/\r?\n/).length;

async function edit(path = NOTE): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(showUri(path)));
  await until('the text', () => editor.document.getText() === memory.text(`/show/${path}`));
  return editor;
}

const revert = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

suite('a show on a virtual file system', () => {
  setup(resetMemory);
  teardown(async () => {
    await revert();
    await closeAll();
  });

  test('ticks, adds, rewords, moves and removes, and saves nothing', async () => {
    const { document } = await edit();
    const at = (words: string) => ({ line: line(document, words) });
    await vscode.commands.executeCommand('tgik.tick', at('alpha'));
    assert.equal(document.getText(), TEXT.replace('[ ] alpha', '[x] alpha'));
    await vscode.commands.executeCommand('tgik.moveItemDown', at('alpha'));
    assert.equal(document.getText(), TEXT.replace('- [ ] alpha\n- [ ] beta\n', '- [ ] beta\n- [x] alpha\n'));
    await vscode.commands.executeCommand('tgik.removeItem', at('alpha'));
    assert.equal(document.getText(), TEXT.replace('- [ ] alpha\n', ''));
    assert.equal(textOf(NOTE), TEXT);
  });

  test('makes the next note and its line in the index', async () => {
    await edit();
    const uri = await vscode.commands.executeCommand<vscode.Uri>('tgik.newEpisode', { title: 'Testing : three' });
    assert.equal(uri.toString(), showUri('episodes/003/README.md').toString());
    assert.include(textOf('episodes/003/README.md') ?? '', '- [ ] alpha\n- [ ] beta\n');
    const index = SHOW['playlist.md'] ?? '';
    assert.equal(
      textOf('playlist.md'),
      index.replace('- [002', '- [003: Testing : three](episodes/003/README.md)\n- [002'),
    );
    assert.equal(textOf(NOTE), TEXT);
  });

  test('carries over, sets the video, mends the index, inserts a section', async () => {
    memory.put('/show/episodes/004/README.md', '# Episode 004 : Testing : four\n\n## Show Notes\n\n- [ ] one\n');
    const { document } = await edit('episodes/004/README.md');
    await vscode.commands.executeCommand('tgik.carryOverOutline', { from: 2 });
    assert.include(document.getText(), '- [ ] alpha\n- [ ] beta\n');
    await revert();
    const video = await edit();
    await vscode.commands.executeCommand('tgik.setVideo', 'abcdefghijk');
    assert.equal(video.document.getText(), TEXT.replaceAll('VIDEO_ID', 'abcdefghijk'));
    await revert();
    await vscode.commands.executeCommand('vscode.open', showUri('playlist.md'));
    await vscode.commands.executeCommand('tgik.updateIndex', 'all');
    const index = await vscode.workspace.openTextDocument(showUri('playlist.md'));
    assert.include(index.getText(), '- [004: Testing : four](episodes/004/README.md)\n');
    await revert();
    const section = await edit();
    await vscode.commands.executeCommand('tgik.insertSection', 'tgik-task');
    assert.notEqual(section.document.getText(), TEXT);
  });

  test('underlines problems and mends them', async () => {
    const editor = await edit();
    await editor.edit((one) => one.insert(new vscode.Position(4, 0), '![]()\n'));
    const problem = await until('the problem', () =>
      problemsOf(editor.document.uri).find((one) => codeOf(one) === 'link.empty-target'),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
      100,
    );
    const fix = actions.find(({ title }) => title === 'Remove the empty image');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await until('no problem', () =>
      problemsOf(editor.document.uri).every((one) => codeOf(one) !== 'link.empty-target'),
    );
  });

  test('checks all its notes, and knows a file of its own that is missing', async () => {
    memory.put(`/show/${NOTE}`, `${TEXT}\n[there](../001/README.md) [gone](../009/picture.png)\n`);
    await edit('playlist.md');
    await vscode.commands.executeCommand('tgik.checkShow');
    const missing = () => problemsOf(showUri(NOTE)).filter((one) => codeOf(one) === 'link.missing-file');
    await until('the problem', () => missing().length > 0);
    assert.deepEqual(
      missing().map(({ message }) => message.includes('009')),
      [true],
    );
  });
});

suite('a folder whose name has blanks, %, # and letters of other scripts', () => {
  const root = (): vscode.Uri => {
    const found = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme !== 'memshow');
    assert.ok(found);
    return found.uri;
  };
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path);
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));

  teardown(async () => {
    await revert();
    await closeAll();
  });

  test('has such a name', () => assert.match(root().path, /[ ].*%.*#.*é.*日/));

  test('has its own episodes, whatever the other folder holds', async () => {
    const index = await read('playlist.md');
    await vscode.window.showTextDocument(at('episodes/012/README.md'));
    const uri = await vscode.commands.executeCommand<vscode.Uri>('tgik.newEpisode', { title: 'Testing : here' });
    assert.equal(uri.toString(), at('episodes/013/README.md').toString());
    assert.include(await read('playlist.md'), '- [013: Testing : here](episodes/013/README.md)\n');
    await closeAll();
    await vscode.workspace.fs.delete(at('episodes/013'), { recursive: true });
    await vscode.workspace.fs.writeFile(at('playlist.md'), new TextEncoder().encode(index));
  });

  test('finds files that its notes link to, percent-encoded', async () => {
    await vscode.workspace.fs.writeFile(at('episodes/012/ein bïld #1 100%.png'), new Uint8Array());
    const editor = await vscode.window.showTextDocument(at('episodes/012/README.md'));
    const words = '[a](ein%20b%C3%AFld%20%231%20100%25.png) [b](ein%20b%C3%AFld.png)\n';
    await editor.edit((one) => one.insert(new vscode.Position(4, 0), words));
    const missing = () => problemsOf(editor.document.uri).filter((one) => codeOf(one) === 'link.missing-file');
    await until('the problem', () => missing().length > 0);
    assert.deepEqual(
      missing().map(({ range }) => editor.document.getText(range)),
      ['ein%20b%C3%AFld.png'],
    );
    await vscode.workspace.fs.delete(at('episodes/012/ein bïld #1 100%.png'));
  });
});
