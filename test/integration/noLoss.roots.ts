// What the commands that write do when the ground moves under them.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { memory, NOTE, resetMemory, SHOW, showUri, TEXT, textOf } from './memoryShow.js';
import { closeAll, until } from './workspace.js';

const NEW = 'episodes/003/README.md';
const INDEX = 'playlist.md';
const FOUR = 'episodes/004/README.md';

const restores: (() => void)[] = [];

/** Puts another function in the place of one of VS Code's, until the test is over. */
function replace<T extends object, K extends keyof T>(object: T, name: K, by: T[K]): void {
  const before = object[name];
  restores.push(() => {
    object[name] = before;
  });
  object[name] = by;
}

async function edit(path = NOTE): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(showUri(path)));
  await until('the text', () => editor.document.getText() === textOf(path));
  return editor;
}

/** Runs a command and answers whatever it says with Escape. */
async function run(command: string, ...args: unknown[]): Promise<unknown> {
  let over = false;
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...args)).finally(() => {
    over = true;
  });
  const ended = async (): Promise<boolean> => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return over;
  };
  await until('the end of the command', ended, 60_000);
  return done;
}

/** Makes an episode of the show whose file is in the editor. */
async function newEpisode(choices: object = {}): Promise<unknown> {
  if (vscode.window.activeTextEditor?.document.uri.scheme !== 'memshow') await edit('episodes/001/README.md');
  return run('tgik.newEpisode', { title: 'Testing : three', ...choices });
}

/** Every document is as the disk has it again. */
async function forgetEdits(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty || isUntitled)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await closeAll();
}

/** Files and folders of the show. */
const files = (): Record<string, string | null> =>
  Object.fromEntries(Object.entries(memory.all()).filter(([path]) => path.startsWith('/show/')));

/** Types into a document as somebody else would, before the next answer is given. */
async function typeInto(document: vscode.TextDocument, words: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), words);
  assert.isTrue(await applyEdit(edit));
}

const applyEdit = vscode.workspace.applyEdit.bind(vscode.workspace);
let before: Record<string, string | null> = {};

suite('no loss', () => {
  setup(async () => {
    await resetMemory();
    before = files();
  });
  teardown(async () => {
    for (const restore of restores.splice(0)) restore();
    memory.fault = { ending: '', kind: 'none' };
    memory.beforeWrite = undefined;
    await forgetEdits();
  });

  /** Every command that edits the note in the editor, and what it is asked. */
  const edits: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['tick', () => run('tgik.tick', { line: 13 })],
    ['tickWithChildren', () => run('tgik.tickWithChildren', { line: 13 })],
    ['tickAndGoToNext', () => run('tgik.tickAndGoToNext')],
    ['moveItemDown', () => run('tgik.moveItemDown', { line: 13 })],
    ['indentItem', () => run('tgik.indentItem', { line: 14 })],
    ['removeItem', () => run('tgik.removeItem', { line: 13 })],
    ['addItemBelow', () => run('tgik.addItemBelow', { line: 13 })],
    ['editItem', () => run('tgik.editItem', { line: 13 })],
    ['setVideo', () => run('tgik.setVideo', 'abcdefghijk')],
    ['carryOverOutline', () => run('tgik.carryOverOutline', { from: 4 })],
  ];

  suite('an edit VS Code refuses', () => {
    for (const [name, act] of edits)
      test(`${name} leaves the note as it was`, async () => {
        memory.put(`/show/${FOUR}`, '# Episode 004 : Testing : four\n\n## Show Notes\n\n- [ ] delta\n');
        before = files();
        const { document } = await edit();
        let refused = 0;
        replace(vscode.workspace, 'applyEdit', async () => {
          refused += 1;
          return false;
        });
        replace(vscode.window, 'showInputBox', (async () => 'other words') as typeof vscode.window.showInputBox);
        await act();
        assert.isAbove(refused, 0, 'it was tried');
        assert.equal(document.getText(), TEXT);
        assert.deepEqual(files(), before);
      });

    test('a new episode leaves no note and no folder', async () => {
      replace(vscode.workspace, 'applyEdit', async () => false);
      assert.isUndefined(await newEpisode());
      assert.deepEqual(files(), before);
    });

    test('the index stays as it was', async () => {
      memory.put(`/show/${FOUR}`, '# Episode 004 : Testing : four\n');
      before = files();
      await edit(INDEX);
      replace(vscode.workspace, 'applyEdit', async () => false);
      await run('tgik.updateIndex', 'all');
      assert.equal((await vscode.workspace.openTextDocument(showUri(INDEX))).getText(), SHOW[INDEX]);
      assert.deepEqual(files(), before);
    });
  });

  suite('an edit refused once, as the text has just changed', () => {
    for (const [name, act] of edits.filter(([one]) => one !== 'tickAndGoToNext' && one !== 'setVideo'))
      test(`${name} is made in the text as it is then, or not at all`, async () => {
        memory.put(`/show/${FOUR}`, '# Episode 004 : Testing : four\n\n## Show Notes\n\n- [ ] delta\n');
        const { document } = await edit();
        let tries = 0;
        replace(vscode.window, 'showInputBox', (async () => 'other words') as typeof vscode.window.showInputBox);
        replace(vscode.workspace, 'applyEdit', (async (one: vscode.WorkspaceEdit) => {
          tries += 1;
          if (tries > 1) return applyEdit(one);
          await typeInto(document, '<!-- theirs -->\n');
          return false;
        }) as typeof vscode.workspace.applyEdit);
        await act();
        const text = document.getText();
        assert.isTrue(text.startsWith('<!-- theirs -->\n'), text);
        const ours = text.slice('<!-- theirs -->\n'.length);
        const tail = TEXT.slice(0, TEXT.indexOf('- [ ] alpha'));
        assert.equal(ours.slice(0, tail.length), tail, 'what is not edited stays');
        assert.include(ours, '- [x] gamma tgik.io/001');
        assert.notEqual(ours, TEXT, 'it was made at the second try');
      });
  });

  suite('the text changes between question and answer', () => {
    const asked: readonly (readonly [string, () => Promise<unknown>, string])[] = [
      ['addItemBelow', () => run('tgik.addItemBelow', { line: 13 }), '- [ ] alpha\n- [ ] abcdefghijk\n- [ ] beta\n'],
      ['addChildItem', () => run('tgik.addChildItem', { line: 13 }), '- [ ] abcdefghijk\n'],
      ['editItem', () => run('tgik.editItem', { line: 13 }), '- [ ] abcdefghijk\n- [ ] beta\n'],
      ['setVideo', () => run('tgik.setVideo'), 'watch?v=abcdefghijk\n'],
    ];
    for (const [name, act, made] of asked) {
      test(`${name} finds its place again`, async () => {
        const { document } = await edit();
        replace(vscode.window, 'showInputBox', (async () => {
          await typeInto(document, '<!-- theirs -->\n\n');
          return 'abcdefghijk';
        }) as typeof vscode.window.showInputBox);
        await act();
        const text = document.getText();
        assert.isTrue(text.startsWith('<!-- theirs -->\n\n# Episode 002'), text);
        assert.include(text, made);
        assert.equal(textOf(NOTE), TEXT);
      });

      test(`${name} changes nothing where its place has gone`, async () => {
        const { document } = await edit();
        replace(vscode.window, 'showInputBox', (async () => {
          const all = new vscode.WorkspaceEdit();
          const end = document.positionAt(document.getText().length);
          all.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), '# Another note\n\nWords.\n');
          await applyEdit(all);
          return 'abcdefghijk';
        }) as typeof vscode.window.showInputBox);
        await act();
        assert.equal(document.getText(), '# Another note\n\nWords.\n');
      });
    }

    test('Update Episode Index mends the index as it is then', async () => {
      memory.put(`/show/${FOUR}`, '# Episode 004 : Testing : four\n');
      await edit(INDEX);
      const document = await vscode.workspace.openTextDocument(showUri(INDEX));
      replace(vscode.window, 'showQuickPick', (async (items: readonly object[]) => {
        await typeInto(document, 'Words of somebody else.\n\n');
        return items;
      }) as unknown as typeof vscode.window.showQuickPick);
      await run('tgik.updateIndex');
      const line = '- [004: Testing : four](episodes/004/README.md)\n';
      assert.equal(document.getText(), `Words of somebody else.\n\n${SHOW[INDEX]}`.replace('- [002', `${line}- [002`));
    });

    test('Carry Over Outline takes what the other note has then', async () => {
      memory.put(`/show/${FOUR}`, '# Episode 004 : Testing : four\n\n## Show Notes\n\n- [ ] one\n');
      const { document } = await edit(FOUR);
      replace(vscode.window, 'showQuickPick', (async (items: readonly object[]) => {
        await typeInto(document, '<!-- theirs -->\n\n');
        return items[0];
      }) as unknown as typeof vscode.window.showQuickPick);
      await run('tgik.carryOverOutline');
      assert.isTrue(document.getText().startsWith('<!-- theirs -->\n\n# Episode 004'));
      assert.include(document.getText(), '- [ ] one\n');
      assert.include(document.getText(), '- [ ] alpha\n');
      assert.equal(textOf(NOTE), TEXT);
    });
  });

  suite('the disk', () => {
    for (const kind of ['no-permission', 'disk-full', 'half'] as const) {
      test(`a new note that meets ${kind} leaves nothing behind, no folder either`, async () => {
        memory.fault = { ending: NEW, kind };
        assert.isUndefined(await newEpisode());
        assert.deepEqual(files(), before);
        memory.fault = { ending: '', kind: 'none' };
        await newEpisode();
        assert.isString(textOf(NEW), 'the number is still free');
      });

      // what the disk keeps of half a save is VS Code's affair
      if (kind === 'half') continue;
      test(`an index that cannot be saved (${kind}) keeps its line in the editor`, async () => {
        memory.fault = { ending: INDEX, kind };
        await newEpisode();
        assert.isString(textOf(NEW));
        assert.equal(textOf(INDEX), SHOW[INDEX]);
        const document = await vscode.workspace.openTextDocument(showUri(INDEX));
        assert.isTrue(document.isDirty);
        assert.include(document.getText(), '- [003: Testing : three](episodes/003/README.md)\n');
      });
    }
  });

  suite('two windows at once', () => {
    /** Another window writes the new note before VS Code comes to it. */
    const theirs = (first: string, then?: string): void =>
      replace(vscode.workspace, 'applyEdit', (async (one: vscode.WorkspaceEdit) => {
        memory.put(`/show/${NEW}`, first);
        if (then !== undefined) setTimeout(() => memory.put(`/show/${NEW}`, then), 100);
        return applyEdit(one);
      }) as typeof vscode.workspace.applyEdit);

    test('a note another window makes at the same moment stays', async () => {
      theirs('# Theirs\n');
      assert.isUndefined(await newEpisode());
      assert.equal(textOf(NEW), '# Theirs\n');
      assert.equal(textOf(INDEX), SHOW[INDEX]);
      assert.equal(textOf(NOTE), TEXT);
    });

    test('a note another window is still writing is not deleted', async () => {
      theirs('# Episode', '# Episode 003 : Testing : theirs\n');
      assert.isUndefined(await newEpisode());
      await until('the other window', () => textOf(NEW) === '# Episode 003 : Testing : theirs\n');
    });

    test('an index that changes while the note is made is not overwritten', async () => {
      const { document } = await edit(INDEX);
      replace(vscode.workspace, 'applyEdit', (async (one: vscode.WorkspaceEdit) => {
        memory.put(`/show/${INDEX}`, `${SHOW[INDEX]}- [000: Theirs](episodes/000/README.md)\n`);
        await until('the new index', () => document.getText().includes('Theirs'));
        return applyEdit(one);
      }) as typeof vscode.workspace.applyEdit);
      await newEpisode();
      await until('an end', () => textOf(NEW) !== undefined || true);
      assert.include(document.getText(), '- [000: Theirs](episodes/000/README.md)\n');
      assert.include(textOf(INDEX) ?? '', '- [000: Theirs](episodes/000/README.md)\n');
    });
  });

  test('a thousand notes that come at once are all known', async () => {
    const numbers = Array.from({ length: 1000 }, (_, at) => String(at + 10).padStart(4, '0'));
    const one = SHOW['episodes/001/README.md'] ?? '';
    for (const number of numbers) memory.put(`/show/episodes/${number}/README.md`, one.replace('001', number));
    await newEpisode({ index: false });
    assert.isString(textOf('episodes/1010/README.md'));
    for (const number of numbers.slice(0, 500)) memory.delete(showUri(`episodes/${number}`), { recursive: true });
    await run('tgik.updateIndex', 'all');
    const document = await vscode.workspace.openTextDocument(showUri(INDEX));
    const lines = document
      .getText()
      .split('\n')
      .filter((line) => line.startsWith('- ['));
    assert.equal(lines.length, 2 + 500 + 1);
  }).timeout(120_000);

  suite('what is deleted or replaced', () => {
    test('a note deleted under its editor is still edited there, and written nowhere', async () => {
      const { document } = await edit();
      memory.delete(showUri(NOTE), { recursive: false });
      await run('tgik.tick', { line: 13 });
      assert.include([TEXT, TEXT.replace('[ ] alpha', '[x] alpha')], document.getText());
      assert.isUndefined(textOf(NOTE));
    });

    test('an index deleted meanwhile is not made anew', async () => {
      await edit();
      memory.delete(showUri(INDEX), { recursive: false });
      before = files();
      await newEpisode();
      assert.deepEqual(files(), before);
    });

    test('a folder with the note’s name is left alone', async () => {
      memory.createDirectory(showUri('episodes/003'));
      memory.createDirectory(showUri(NEW));
      before = files();
      await newEpisode({ number: 3 });
      assert.deepEqual(files(), before);
    });
  });

  suite('bytes outside an edit', () => {
    test('an index that is not UTF-8 is not written', async () => {
      memory.put(`/show/${INDEX}`, new Uint8Array([...new TextEncoder().encode(SHOW[INDEX]), 0xff, 0x0a]));
      await newEpisode();
      assert.deepEqual([textOf(INDEX)?.endsWith('\uFFFD\n'), textOf(NEW)], [true, undefined]);
      assert.equal(memory.readFile(showUri(INDEX)).at(-2), 0xff);
    });

    test('an index with mixed line ends is not written', async () => {
      memory.put(`/show/${INDEX}`, SHOW[INDEX]?.replace('\n\n', '\r\n\r\n') ?? '');
      before = files();
      await newEpisode();
      assert.deepEqual(files(), before);
    });

    test('an outline that is not UTF-8 is not carried over', async () => {
      memory.put(`/show/${NOTE}`, new Uint8Array([...new TextEncoder().encode(`${TEXT}- [ ] `), 0xff, 0x0a]));
      await newEpisode({ from: 2 });
      assert.isUndefined(textOf(NEW));
    });
  });

  suite('symbolic links', () => {
    test('a template is read, but not through one', async () => {
      const template = '# {number} : {title}\n\nFROM ELSEWHERE\n\n## Show Notes\n';
      for (const [linked, number] of [
        [false, 3],
        [true, 4],
      ] as const) {
        memory.put('/show/docs/template.md', template);
        if (linked) memory.link('/show/docs');
        await newEpisode({ number, index: false });
        assert.equal(textOf(`episodes/00${number}/README.md`)?.includes('FROM ELSEWHERE'), !linked);
      }
    });

    test('settings are read, but not through one', async () => {
      memory.put('/show/.tgik.json', '{ "numberWidth": 5 }');
      await newEpisode({ number: 3, index: false });
      assert.isString(textOf('episodes/00003/README.md'));
      memory.link('/show/.tgik.json');
      await newEpisode({ number: 4, index: false });
      assert.isString(textOf('episodes/004/README.md'));
    });

    for (const path of ['episodes', 'episodes/003', INDEX])
      test(`nothing is written through ${path}`, async () => {
        memory.link(`/show/${path}`);
        if (path === 'episodes/003') memory.createDirectory(showUri(path));
        before = files();
        await newEpisode({ number: 3 });
        assert.deepEqual(files(), before);
      });
  });
});
