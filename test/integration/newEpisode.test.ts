import { assert } from 'chai';
import * as vscode from 'vscode';
import { planOf } from '../support/planOf.js';
import { closeAll, codeOf, file, open, problemsOf, read, until, write } from './workspace.js';

const SOURCE = `# Episode 190 : Testing : one

- Hosted by @ada
- Recording date: 2019-10-11

## Table of Contents

## Week in Review

## Show Notes

- [x] one
    - [x] alpha
- [ ] two [docs][d]
    - [ ] beta

[d]: https://example.com/d
`;
const NOTE = 'episodes/190/README.md';
const made: string[] = [];

const list = async (path: string): Promise<string[]> =>
  (await vscode.workspace.fs.readDirectory(file(path))).map(([name]) => name).sort();

const run = (choices: object): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('tgik.newEpisode', { index: false, ...choices });

/** Opens a note that was just written, once the editor has its text. */
async function openNow(path: string, text: string): Promise<vscode.TextEditor> {
  await write(path, text);
  const editor = await open(path);
  await until('the text', () => editor.document.getText() === text);
  return editor;
}

/** Asks for a new episode that cannot be, and gives up on the message. */
async function refused(choices: object): Promise<void> {
  const before = await list('episodes');
  const index = await read('playlist.md');
  let answered = false;
  const answer = Promise.resolve(run(choices)).finally(() => {
    answered = true;
  });
  await until('the refusal', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return answered;
  });
  assert.isUndefined(await answer);
  assert.deepEqual(await list('episodes'), before);
  assert.equal(await read('playlist.md'), index);
}

suite('New TGIK Episode', () => {
  setup(() => write(NOTE, SOURCE));
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    for (const path of ['episodes/190', ...made.splice(0)])
      await vscode.workspace.fs.delete(file(path), { recursive: true });
  });

  test('takes the outline from the unsaved editor, and leaves the old note as it is', async () => {
    const editor = await openNow(NOTE, SOURCE);
    const at = editor.document.positionAt(SOURCE.indexOf('    - [ ] beta'));
    await editor.edit((edit) => edit.insert(at, '    - [ ] typed just now\n'));
    const uri = await run({
      from: 190,
      title: 'Testing : two',
      date: '10/18/2019',
      video: 'https://youtu.be/abcdefghijk',
    });
    made.push('episodes/191');
    assert.equal(uri?.toString(), file('episodes/191/README.md').toString());
    const text = await read('episodes/191/README.md');
    assert.include(
      text,
      '- [x] one tgik.io/190\n    - [x] alpha\n- [ ] two [docs][d]\n    - [ ] typed just now\n    - [ ] beta\n',
    );
    for (const part of [
      '# Episode 191 : Testing : two\n',
      '- Recording date: 2019-10-18\n',
      'v=abcdefghijk',
      '[d]: https://example.com/d',
    ])
      assert.include(text, part);
    assert.equal(await read(NOTE), SOURCE);
    assert.equal(editor.document.isDirty, true);
  });

  test('writes the same bytes as the command line: those of the core’s plan', async () => {
    const files = new Map<string, string>();
    for (const path of ['playlist.md', 'documentation/template.md']) files.set(path, await read(path));
    for (const number of await list('episodes'))
      for (const name of await list(`episodes/${number}`))
        files.set(`episodes/${number}/${name}`, name.endsWith('.md') ? await read(`episodes/${number}/${name}`) : '');
    for (const carry of ['coverage', 'open', 'fresh', 'none'] as const) {
      const choices = { from: 190, carry, title: 'Testing : two', date: '2019-10-18', index: false };
      const plan = planOf(files, choices);
      await run(choices);
      made.push('episodes/191');
      assert.equal(await read(plan.path), plan.files[0]?.after, carry);
      await closeAll();
      await vscode.workspace.fs.delete(file('episodes/191'), { recursive: true });
      made.pop();
    }
  });

  test('undo in the index takes its line back', async () => {
    const index = await read('playlist.md');
    await run({ from: 190, title: 'Testing : two', index: true });
    assert.notEqual(await read('playlist.md'), index);
    await vscode.window.showTextDocument(file('playlist.md'));
    await vscode.commands.executeCommand('undo');
    await until('the index as it was', async () => {
      const document = await vscode.workspace.openTextDocument(file('playlist.md'));
      if (document.getText() !== index) return false;
      await document.save();
      return true;
    });
    assert.equal(await read('playlist.md'), index);
    if ((await list('episodes')).includes('191')) made.push('episodes/191');
  });

  const cases: readonly (readonly [string, object])[] = [
    ['a number that is taken', { number: 190, title: 'x' }],
    ['an invalid date', { date: '2019-02-30', title: 'x' }],
    ['an invalid video', { video: 'nope', title: 'x' }],
    ['an episode that is not there', { from: 777, title: 'x' }],
  ];
  for (const [name, choices] of cases) test(`${name} leaves the workspace as it was`, () => refused(choices));

  test('a number taken by a folder that holds only an image is refused', async () => {
    await write('episodes/195/picture.png', 'no note');
    made.push('episodes/195');
    await refused({ number: 195, title: 'x' });
    const uri = await run({ from: null, title: 'Next' });
    made.push('episodes/196');
    assert.equal(uri?.path.endsWith('/episodes/196/README.md'), true);
  });

  test('two at the same moment make two notes or one, never half a one', async () => {
    await Promise.race([
      Promise.all([run({ from: 190, title: 'Testing : a' }), run({ from: 190, title: 'Testing : b' })]),
      new Promise((resolve) => setTimeout(resolve, 4000)),
    ]);
    await vscode.commands.executeCommand('notifications.clearAll');
    const names = (await list('episodes')).filter((name) => name > '190');
    made.push(...names.map((name) => `episodes/${name}`));
    for (const name of names) assert.include(await read(`episodes/${name}/README.md`), '    - [ ] beta\n');
    assert.isNotEmpty(names);
  });

  test('a read-only index leaves the workspace as it was, the note too', async () => {
    const config = vscode.workspace.getConfiguration('files');
    await config.update('readonlyInclude', { '**/playlist.md': true }, vscode.ConfigurationTarget.Global);
    try {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await refused({ from: 190, title: 'Testing : two', index: true });
    } finally {
      await config.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  for (const [name, template] of [
    ['a template that is not there', 'documentation/gone.md'],
    ['a path that leaves the folder', '../outside.md'],
  ] as const)
    test(`${name} leaves the workspace as it was`, async () => {
      const settings = await read('.tgik.json');
      await write('.tgik.json', JSON.stringify({ ...JSON.parse(settings), template }));
      try {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await refused({ from: 190, title: 'x' });
      } finally {
        await write('.tgik.json', settings);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    });
});

suite('Update Episode Index', () => {
  test('adds what is missing as one edit, and leaves all other lines alone', async () => {
    const before = await read('playlist.md');
    await write(NOTE, SOURCE);
    try {
      await vscode.commands.executeCommand('tgik.updateIndex', 'all');
      const document = await vscode.workspace.openTextDocument(file('playlist.md'));
      assert.include(document.getText(), '- [190: Testing : one](episodes/190/README.md)\n');
      assert.equal(await read('playlist.md'), before, 'nothing is saved by itself');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      await write('playlist.md', before);
      await vscode.workspace.fs.delete(file('episodes/190'), { recursive: true });
    }
  });
});

suite('Carry Over Outline', () => {
  test('adds to the note in the editor what it lacks, once', async () => {
    await write(NOTE, SOURCE);
    try {
      const text = '# Episode 191 : Testing : two\n\n## Show Notes\n\n- [ ] one\n';
      const { document } = await openNow('episodes/191/README.md', text);
      for (let times = 0; times < 2; times += 1) {
        await vscode.commands.executeCommand('tgik.carryOverOutline', { from: 190 });
        await until('the items', () => document.getText().includes('- [ ] beta'));
        assert.include(document.getText(), '- [ ] one\n  - [x] alpha\n- [ ] two [docs][d]\n    - [ ] beta\n');
        assert.equal(document.getText().split('beta').length, 2);
      }
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      assert.equal(await read(NOTE), SOURCE);
    } finally {
      await closeAll();
      for (const name of ['190', '191'])
        await vscode.workspace.fs.delete(file(`episodes/${name}`), { recursive: true });
    }
  });
});

suite('Snippets', () => {
  const HEAD = '# Episode 191 : Testing\n\n- Hosted by @ada\n- Recording date: 2030-10-11\n\n';
  /** Prefix → what stands before it in the note. */
  const places: Readonly<Record<string, string>> = {
    'tgik-episode': '',
    'tgik-video': HEAD,
    'tgik-chapter': `${HEAD}## Table of Contents\n\n`,
    'tgik-news': `${HEAD}## Week in Review\n\n`,
    'tgik-task': `${HEAD}## Show Notes\n\n`,
    'tgik-topic': `${HEAD}## Show Notes\n\n`,
    'tgik-stamp': `${HEAD}## Show Notes\n\n- [x] topic `,
    'tgik-link': `${HEAD}## Reference Links\n\n`,
    'tgik-section': HEAD,
  };
  const NEW = 'episodes/191/README.md';

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    await vscode.workspace.fs.delete(file('episodes/191'), { recursive: true });
  });

  for (const [prefix, before] of Object.entries(places))
    test(`${prefix} makes a note without diagnostics`, async () => {
      const editor = await openNow(NEW, before);
      const { document } = editor;
      const end = document.positionAt(document.getText().length);
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('tgik.insertSection', prefix);
      await until('the snippet', () => document.getText().length > before.length);
      // the one thing only the host knows
      const text = document.getText();
      const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
      if (text.includes('VIDEO_ID'))
        await editor.edit((edit) => edit.replace(whole, text.replaceAll('VIDEO_ID', 'abcdefghijk')));
      // a mistake shows that the note is being checked; without it nothing is left
      const mistake = '\n\n![]()\n';
      await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), mistake));
      await until('the mistake', () => problemsOf(document.uri).some((one) => codeOf(one) === 'link.empty-target'));
      assert.deepEqual(problemsOf(document.uri).map(codeOf), ['link.empty-target']);
    });

  test('are offered at the start of a line of a note, and nowhere else', async () => {
    const { document } = await openNow(NEW, `${HEAD}tgik\n\nwords tgik\n`);
    const offered = async (line: number): Promise<vscode.CompletionItem[]> => {
      const at = document.lineAt(line).range.end;
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return items.filter(
        ({ insertText, sortText }) => insertText instanceof vscode.SnippetString && sortText?.startsWith('~tgik-'),
      );
    };
    assert.equal((await offered(5)).length, Object.keys(places).length);
    assert.equal((await offered(7)).length, 0);
  });
});
