import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codeOf, file, folder, open, problemsOf, read, until, write } from './workspace.js';

const NOTE = 'episodes/190/README.md';
const OTHER = 'episodes/191/README.md';
const CLOSED = 'episodes/192/README.md';
const isNode = !('tgikSuites' in globalThis);
const settings = () => vscode.workspace.getConfiguration('tgik.links');
const set = (name: string, value: unknown) => settings().update(name, value, vscode.ConfigurationTarget.Global);

interface Server {
  readonly seen: string[];
  url(path: string): string;
  close(): void;
}

/** A server on this machine; the name of Node's module is hidden from the web bundle. */
async function startServer(): Promise<Server> {
  const name = 'node:http';
  const http = (await import(name)) as typeof import('node:http');
  const seen: string[] = [];
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (request.url?.startsWith('/gone')) response.writeHead(404).end();
    else if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    else if (request.url === '/wall') response.writeHead(403).end();
    else response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { seen, url: (path) => `http://127.0.0.1:${port}${path}`, close: () => server.close() };
}

const codes = (uri: vscode.Uri): string[] =>
  problemsOf(uri)
    .map(codeOf)
    .filter((code) => /^link\.(?:dead|moved|blocked|unreachable)$/.test(code));
const actionsAt = (uri: vscode.Uri, range: vscode.Range) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );

suite('the check of links', () => {
  let server: Server | undefined;
  const url = (path: string): string => server?.url(path) ?? '';
  const head = (number: string): string =>
    `# Episode ${number} : T\n\n- Hosted by @ada\n- Recording date: 2019-10-11\n\n`;

  suiteSetup(async () => {
    if (isNode) server = await startServer();
  });
  suiteTeardown(async () => {
    server?.close();
    for (const name of ['check', 'allowPrivate', 'timeout']) await set(name, undefined);
  });
  teardown(async () => {
    await vscode.workspace.saveAll(false);
    await closeAll();
    for (const path of ['episodes/190', 'episodes/191', 'episodes/192'])
      await Promise.resolve(vscode.workspace.fs.delete(file(path), { recursive: true })).catch(() => undefined);
  });

  /** Two notes that cite a page that has moved; the first is open. */
  async function notes(): Promise<vscode.TextEditor> {
    await write(OTHER, `${head('191')}<a href="${url('/old')}#there">old</a>\n`);
    return openNote(
      `- [gone](${url('/gone')})\n- [old](${url('/old')})\n- [wall](${url('/wall')})\n- ${url('/new')}\n`,
    );
  }

  async function openNote(links: string): Promise<vscode.TextEditor> {
    const text = head('190') + links;
    await write(NOTE, text);
    const editor = await open(NOTE);
    await until('the text', () => editor.document.getText() === text);
    return editor;
  }

  test('asks nobody while it is off, or where this is the web', async () => {
    await set('check', isNode ? 'off' : 'onCommand');
    const { document } = await notes();
    void vscode.commands.executeCommand('tgik.checkLinks');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(codes(document.uri), []);
    assert.deepEqual(server?.seen ?? [], []);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('refuses private addresses unless the user’s own settings allow them, whatever the show’s say', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    await write('.vscode/settings.json', '{ "tgik.links.allowPrivate": true, "editor.tabSize": 7 }\n');
    try {
      await until('the show’s settings', () => vscode.workspace.getConfiguration('editor').get('tabSize') === 7);
      const { document } = await notes();
      await vscode.commands.executeCommand('tgik.checkLinks');
      await until('hints', () => codes(document.uri).length === 4);
      assert.deepEqual([...new Set(codes(document.uri))], ['link.blocked']);
      assert.deepEqual(server?.seen, []);
    } finally {
      await vscode.workspace.fs.delete(file('.vscode/settings.json'));
    }
  });

  test('underlines what is dead or has moved, with hints for the rest, and mends what has moved', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    await set('allowPrivate', true);
    const { document } = await notes();
    for (const path of ['/gone', '/old', '/wall', '/new'])
      await vscode.commands.executeCommand('tgik.checkLinkAgain', url(path));
    const { uri } = document;
    await until('problems', () => codes(uri).length === 3);
    assert.deepEqual(codes(uri).sort(), ['link.blocked', 'link.dead', 'link.moved']);
    const dead = problemsOf(uri).find((one) => codeOf(one) === 'link.dead');
    assert.deepEqual(
      [dead && document.getText(dead.range), dead?.severity],
      [url('/gone'), vscode.DiagnosticSeverity.Warning],
    );

    const moved = problemsOf(uri).find((one) => codeOf(one) === 'link.moved');
    if (!moved) throw new Error('nothing has moved');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      moved.range.start,
    );
    const words = hovers
      .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
      .join('\n');
    assert.include(words, 'Moved');
    assert.include(words, '191');

    const before = server?.seen.length;
    const titles = (await actionsAt(uri, moved.range)).map(({ title }) => title);
    assert.includeMembers(titles, [`Replace by ${url('/new')}`, `Replace by ${url('/new')} everywhere in the show`]);
    await vscode.commands.executeCommand('tgik.replaceLinkEverywhere', url('/old'));
    assert.notInclude(document.getText(), '/old)');
    const other = await vscode.workspace.openTextDocument(file(OTHER));
    assert.equal(other.getText(), `${head('191')}<a href="${url('/new')}#there">old</a>\n`);
    assert.deepEqual([document.isDirty, other.isDirty, server?.seen.length], [true, true, before]);
    await until('no more moved', () => !codes(uri).includes('link.moved'));
  });

  test('replaces a link everywhere or nowhere', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    await set('allowPrivate', true);
    await notes();
    const { document: other } = await open(OTHER);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const { document } = await notes();
    const before = [document.getText(), other.getText()];
    await vscode.commands.executeCommand('tgik.checkLinkAgain', url('/old'));
    const replaceAll = async (): Promise<void> => {
      let over = false;
      void Promise.resolve(vscode.commands.executeCommand('tgik.replaceLinkEverywhere', url('/old'))).finally(() => {
        over = true;
      });
      await until('the word', async () => {
        await vscode.commands.executeCommand('notifications.clearAll');
        return over;
      });
    };
    const config = vscode.workspace.getConfiguration('files');
    await config.update('readonlyInclude', { '**/191/*.md': true }, vscode.ConfigurationTarget.Global);
    try {
      await until(
        'read-only',
        () => '**/191/*.md' in vscode.workspace.getConfiguration('files').get('readonlyInclude', {}),
      );
      await replaceAll();
      assert.deepEqual([document.getText(), other.getText()], before, 'one is read-only');
    } finally {
      await config.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    }
    const { applyEdit } = vscode.workspace;
    vscode.workspace.applyEdit = async () => false;
    try {
      await replaceAll();
      assert.deepEqual([document.getText(), other.getText()], before, 'the edit is refused');
    } finally {
      vscode.workspace.applyEdit = applyEdit;
    }
    await replaceAll();
    assert.deepEqual(
      [document.getText(), other.getText()].map((text) => text.includes('/old')),
      [false, false],
    );
  });

  test('checks the whole show: closed notes show their problems too', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    await set('allowPrivate', true);
    await set('timeout', 1);
    await write(CLOSED, `${head('192')}- ${url('/gone/too')}\n`);
    await open('playlist.md');
    await vscode.commands.executeCommand('tgik.checkLinksOfShow');
    await until('the problem', () => codes(file(CLOSED)).includes('link.dead'));
  }).timeout(60_000);

  test('forgets a link that is ignored until a day, and keeps that in the show’s settings', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    await set('allowPrivate', true);
    const settingsBefore = await read('.tgik.json');
    try {
      const { document } = await notes();
      await vscode.commands.executeCommand('tgik.checkLinkAgain', url('/gone'));
      await until('the problem', () => codes(document.uri).includes('link.dead'));
      await vscode.commands.executeCommand('tgik.ignoreLink', document.uri, url('/gone'), '2999-01-01', 'a test');
      await until('no problem', () => !codes(document.uri).includes('link.dead'));
      assert.deepEqual(JSON.parse(await read('.tgik.json')).links.ignore, [
        { url: url('/gone'), until: '2999-01-01', reason: 'a test' },
      ]);
    } finally {
      await write('.tgik.json', settingsBefore);
    }
  });

  test('makes the show’s settings where there are none', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    await set('allowPrivate', true);
    const settingsBefore = await read('.tgik.json');
    try {
      await vscode.workspace.fs.delete(file('.tgik.json'));
      const { document } = await notes();
      const gone = url('/gone/ignored');
      await vscode.commands.executeCommand('tgik.ignoreLink', document.uri, gone, '2999-01-01', 'a test');
      assert.deepEqual(
        JSON.parse(await read('.tgik.json')).links.ignore.map((one: { url: string }) => one.url),
        [gone],
      );
    } finally {
      await write('.tgik.json', settingsBefore);
    }
  });

  test('ignores no link where the show’s settings are broken or cannot be written', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    const settingsBefore = await read('.tgik.json');
    const { document } = await notes();
    const ignore = async (): Promise<string> => {
      void vscode.commands.executeCommand('tgik.ignoreLink', document.uri, url('/gone'), '2999-01-01', 'a test');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await vscode.commands.executeCommand('notifications.clearAll');
      return (await vscode.workspace.openTextDocument(file('.tgik.json'))).getText();
    };
    const { applyEdit } = vscode.workspace;
    try {
      await write('.tgik.json', '{ "name": ');
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await ignore(), '{ "name": ');
      await write('.tgik.json', settingsBefore);
      await new Promise((resolve) => setTimeout(resolve, 500));
      vscode.workspace.applyEdit = async () => false;
      assert.equal(await ignore(), settingsBefore);
      assert.equal(await read('.tgik.json'), settingsBefore);
    } finally {
      vscode.workspace.applyEdit = applyEdit;
      await write('.tgik.json', settingsBefore);
    }
  });

  test('keeps what was told while the note is edited elsewhere, closed, written by others and opened again', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    await set('allowPrivate', true);
    const uri = file(CLOSED);
    await write(CLOSED, `${head('192')}- [gone](${url('/gone/kept')})\n`);
    await vscode.commands.executeCommand('vscode.open', uri);
    await vscode.commands.executeCommand('tgik.checkLinkAgain', url('/gone/kept'));
    const shown = () => codes(uri).includes('link.dead');
    await until('the problem', shown);
    const asked = server?.seen.length;
    const { document } = vscode.window.activeTextEditor ?? {};
    if (!document) throw new Error('nothing is open');

    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(4, 0), 'A line more.\n\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok(shown(), 'at once after the edit');
    const dead = await until('the place moved along', () =>
      problemsOf(uri).find((one) => codeOf(one) === 'link.dead' && one.range.start.line === 7),
    );
    assert.equal(document.getText(dead.range), url('/gone/kept'));

    await document.save();
    await closeAll();
    await until('it to be closed', () => document.isClosed);
    await until('the problem of the closed note', shown);
    const text = await read(CLOSED);
    await vscode.workspace.fs.delete(uri);
    await until('none without a note', () => !shown());
    await write(CLOSED, `${text}\nWritten by somebody else.\n`);
    await until('the problem of the note that came back', shown);
    await vscode.commands.executeCommand('vscode.open', uri);
    await until('the problem of the open note', shown);
    assert.equal(server?.seen.length, asked);
  }).timeout(60_000);

  test('replaces a dead link by the copy nearest to the episode’s date; asks for it only then', async function () {
    if (!isNode) return this.skip();
    await set('check', 'onCommand');
    await set('allowPrivate', true);
    const gone = url('/gone/archived');
    const { document } = await openNote(`- [gone](${gone})\n`);
    await vscode.commands.executeCommand('tgik.checkLinkAgain', gone);
    const dead = await until('the problem', () => problemsOf(document.uri).find((one) => codeOf(one) === 'link.dead'));
    const copy = `web.archive.org/web/20191010000000/${gone}`;
    const asked: string[] = [];
    let answer: () => Response = () => new Response('', { status: 503 });
    const { fetch } = globalThis;
    globalThis.fetch = async (question) => {
      asked.push(String(question));
      return answer();
    };
    try {
      const titles = (await actionsAt(document.uri, dead.range)).map(({ title }) => title);
      assert.include(titles, 'Replace by an archived copy', titles.join());
      assert.deepEqual(asked, []);
      const before = document.getText();
      const choose = () => vscode.commands.executeCommand('tgik.replaceLinkByArchived', document.uri, gone);
      await choose();
      answer = () => Response.json({ archived_snapshots: {} });
      await choose();
      assert.equal(document.getText(), before);
      answer = () => Response.json({ archived_snapshots: { closest: { available: true, url: `http://${copy}` } } });
      await choose();
      const question = `https://archive.org/wayback/available?url=${encodeURIComponent(gone)}&timestamp=20191011`;
      assert.deepEqual(asked, [question, question, question]);
      assert.equal(document.getText(), before.replace(gone, `https://${copy}`));
    } finally {
      globalThis.fetch = fetch;
    }
  });

  test('while typing, where that is wanted: finished lines, not the one that is typed', async function () {
    if (!isNode) return this.skip();
    await set('allowPrivate', true);
    await set('check', 'onType');
    const editor = await notes();
    const at = new vscode.Position(5, 0);
    editor.selection = new vscode.Selection(at, at);
    await editor.edit((edit) => edit.insert(at, `- ${url('/gone/typed')}\n- ${url('/gone/half')}`));
    const end = new vscode.Position(6, 3);
    editor.selection = new vscode.Selection(end, end);
    await until('the finished line', () => server?.seen.some((one) => one.endsWith('/gone/typed')));
    await until('its problem', () => codes(editor.document.uri).includes('link.dead'));
    assert.notInclude(server?.seen.join(' ') ?? '', '/gone/half');
    assert.ok(editor.document.isDirty);
  });

  test('on save, where that is wanted', async function () {
    if (!isNode) return this.skip();
    await set('allowPrivate', true);
    await set('check', 'onSave');
    const editor = await notes();
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), `- ${url('/gone/fresh')}\n`));
    await editor.document.save();
    await until('the problem', () =>
      problemsOf(editor.document.uri).some(
        (one) => codeOf(one) === 'link.dead' && editor.document.getText(one.range) === url('/gone/fresh'),
      ),
    );
    assert.ok(folder());
  });
});
