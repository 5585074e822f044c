import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, file, open, read, until, write } from './workspace.js';

const LINES = [
  '# Episode 090 : Testing : one',
  '',
  '## Show Notes',
  '',
  '- [ ] alpha [docs](https://example.com/docs)',
  '\t- [x] beta',
  '\t- gamma',
  '\t\t- [ ] delta',
  '- [ ] epsilon',
  '',
];

suite('the outline’s commands', () => {
  let editor: vscode.TextEditor;
  let count = 300;
  /** A new note for every test: VS Code keeps the text of a file for a while after it was closed and deleted. */
  let note: string;

  const start = async (text: string): Promise<void> => {
    count += 1;
    note = `episodes/${count}/README.md`;
    await write(note, text);
    editor = await open(note);
  };
  const run = (command: string, argument?: unknown): Thenable<unknown> =>
    vscode.commands.executeCommand(`tgik.${command}`, argument);
  const text = (): string => editor.document.getText();
  const lines = (): string[] => text().split(/\r?\n/);
  const lineOf = (words: string): number => lines().findIndex((line) => line.includes(words)) + 1;
  const at = (words: string): { line: number } => ({ line: lineOf(words) });

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    await vscode.workspace.fs.delete(file(`episodes/${count}`), { recursive: true });
  });

  for (const [name, newLine, bom] of [
    ['LF', '\n', ''],
    ['CRLF and a byte order mark', '\r\n', '\uFEFF'],
  ] as const) {
    test(`a tick is one character, and one undo: ${name}`, async () => {
      const before = bom + LINES.join(newLine);
      await start(before);
      await run('tick', at('epsilon'));
      await editor.document.save();
      assert.equal(await read(note), before.replace('[ ] epsilon', '[x] epsilon'));
      await vscode.commands.executeCommand('undo');
      await editor.document.save();
      assert.equal(await read(note), before);
    });
  }

  test('forty ticks, none waiting for the one before, all land', async () => {
    const many = Array.from({ length: 40 }, (_, one) => `- [ ] task ${one}`);
    await start(['# Episode 090 : T', '', '## Show Notes', '', ...many, ''].join('\n'));
    await Promise.all(many.map((_, one) => run('tick', { line: one + 5 })));
    assert.deepEqual(
      lines().filter((line) => line.startsWith('- [ ]')),
      [],
    );
    assert.equal(lines().filter((line) => line.startsWith('- [x] task')).length, 40);
  });

  test('with children: the branch and nothing else, as one undo', async () => {
    await start(LINES.join('\n'));
    await run('tickWithChildren', at('alpha'));
    const ticked = LINES.map((line) => line.replace('[ ] alpha', '[x] alpha').replace('[ ] delta', '[x] delta'));
    assert.deepEqual(lines(), ticked);
    await run('untickWithChildren', at('beta'));
    assert.deepEqual(
      lines(),
      ticked.map((line) => line.replace('[x] beta', '[ ] beta')),
    );
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.deepEqual(lines(), LINES);
  });

  test('move, indent, outdent and remove under the cursor, which goes along', async () => {
    await start(LINES.join('\r\n'));
    const line = lineOf('epsilon') - 1;
    editor.selection = new vscode.Selection(line, 8, line, 8);
    await run('moveItemUp');
    assert.deepEqual(lines().slice(4, 6), ['- [ ] epsilon', '- [ ] alpha [docs](https://example.com/docs)']);
    await until('the cursor in its item', () => editor.selection.active.isEqual(new vscode.Position(4, 8)));
    await run('moveItemDown');
    await run('indentItem');
    assert.equal(lines()[8], '\t- [ ] epsilon');
    await run('outdentItem', at('delta'));
    assert.deepEqual(lines().slice(6, 9), ['\t- gamma', '\t- [ ] delta', '\t- [ ] epsilon']);
    await run('removeItem', at('alpha'));
    assert.deepEqual(lines(), ['# Episode 090 : Testing : one', '', '## Show Notes', '']);
    assert.ok(!text().replaceAll('\r\n', '').includes('\n'));
    for (let one = 0; one < 5; one += 1) await vscode.commands.executeCommand('undo');
    assert.equal(text(), LINES.join('\r\n'));
  });

  test('copies an item as Markdown and as plain text', async () => {
    await start(LINES.join('\n'));
    await run('copyAsMarkdown', at('gamma'));
    await until('the Markdown', async () => (await vscode.env.clipboard.readText()) === '- gamma\n\t- [ ] delta');
    await run('copyAsText', at('alpha'));
    await until(
      'the words',
      async () => (await vscode.env.clipboard.readText()) === 'alpha docs\n  beta\n  gamma\n    delta',
    );
  });

  test('works in a note that is not saved yet', async () => {
    await start(LINES.join('\n'));
    const content = '# Episode 091 : T\n\n## Show Notes\n\n- [ ] one\n';
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(untitled);
    await run('tick', { line: 5 });
    assert.equal(untitled.getText(), content.replace('[ ]', '[x]'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.window.showTextDocument(editor.document);
  });

  test('two editors on one note show the same; a note changed on disk is followed', async () => {
    await start(LINES.join('\n'));
    const other = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.Beside);
    await run('tick', at('epsilon'));
    assert.equal(other.document, editor.document);
    assert.ok(text().includes('[x] epsilon'));
    await editor.document.save();
    await write(note, ['# Episode 090 : T', '', '## Show Notes', '', '- [ ] new', '- [ ] epsilon', ''].join('\n'));
    await until('the file’s text', () => text().includes('- [ ] new'));
    await run('tick', at('epsilon'));
    assert.deepEqual(lines().slice(4, 6), ['- [ ] new', '- [x] epsilon']);
  });

  test('in a diff, the newer side is ticked, whichever has the cursor', async () => {
    await start(LINES.join('\n'));
    await vscode.commands.executeCommand('vscode.diff', file('episodes/001/README.md'), file(note), 'diff');
    await until('the outline', async () => {
      await run('tickAndGoToNext');
      return text().includes('[x] delta');
    });
  });

  test('a read-only note stays as it is', async () => {
    await start(LINES.join('\n'));
    const config = vscode.workspace.getConfiguration('files');
    await config.update('readonlyInclude', { [`**/${count}/**`]: true }, vscode.ConfigurationTarget.Global);
    try {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await run('tick', at('epsilon'));
      assert.deepEqual(lines(), LINES);
    } finally {
      await config.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('nothing under the cursor, nothing done', async () => {
    await start(LINES.join('\n'));
    await run('tick', { line: 2 });
    await run('tick', { line: 99 });
    await run('indentItem', { line: 5 });
    await run('outdentItem', { line: 5 });
    assert.deepEqual(lines(), LINES);
    assert.equal(editor.document.isDirty, false);
  });
});
