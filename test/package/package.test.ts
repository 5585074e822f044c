import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import url from 'node:url';
import { Worker } from 'node:worker_threads';
import zlib from 'node:zlib';
import shortcodes from '../../src/core/markdown/shortcodes.json' with { type: 'json' };
import { TGIK } from '../../src/core/show/show.js';
import { pack, stampFiles, unpack } from '../../src/node/stamps/stampFiles.js';
import { answerRequest } from '../../src/worker/answerRequest.js';
import { nodeDisk } from '../../src/worker/nodeDisk.js';
import type { ReadRequest } from '../../src/worker/readRequest.js';
import { CountingVscode } from '../support/countingVscode.js';

const root = path.resolve(__dirname, '../..');
const KILOBYTE = 1024;

suite('the package', function () {
  this.timeout(60_000);

  test('holds what the extension needs, and nothing else', () => {
    const files = execFileSync('npx', ['vsce', 'ls', '--no-dependencies'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, npm_config_ignore_scripts: 'true' },
    })
      .split('\n')
      .filter((line) => /^[\w./-]+\.[\w-]+$|^LICENSE$/.test(line));
    assert.deepEqual(
      files.sort(),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'package.json',
        'package.nls.de.json',
        'package.nls.json',
        'dist/core.cjs',
        'dist/extension.js',
        'dist/links.cjs',
        'dist/noteWorker.js',
        'dist/parser.cjs',
        'dist/stampWorker.js',
        'dist/web/extension.js',
        'media/icon.png',
        'media/tgik.svg',
        ...fs
          .readdirSync(path.join(root, 'media/sample'), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name))),
        ...['docs/rules', 'l10n', 'media/walkthrough', 'schemas', 'snippets', 'syntaxes'].flatMap((folder) =>
          fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
        ),
      ].sort(),
    );
  });
  test('has a thread that reads notes as the core does', async () => {
    const worker = new Worker(path.join(root, 'dist/noteWorker.js'), { execArgv: [], env: {} });
    // every emoji of the table, as the bundles pack it
    const emoji = shortcodes.split('\n').map((row) => row.split(' ').slice(0, -1).join(': :'));
    const texts = [
      '# Episode 7 : A : b\n\n- [x] :tada: c &amp; d',
      '',
      emoji.map((names) => `- [ ] :${names}:\n`).join(''),
    ];
    const answer = async (request: ReadRequest): Promise<unknown> => {
      worker.postMessage(request);
      return (await once(worker, 'message'))[0];
    };
    const note: ReadRequest = { kind: 'note', show: TGIK, root: '', items: texts };
    assert.deepEqual(await answer(note), answerRequest(note));
    const disk = nodeDisk(fs, url, zlib);
    const asked = { show: TGIK, root: url.pathToFileURL(path.join(root, 'media/sample')).href };
    const items = ['playlist.md', 'episodes/none.md'];
    const head: ReadRequest = { ...asked, kind: 'head', items };
    assert.deepEqual(await answer(head), answerRequest(head, disk));
    const file: ReadRequest = { ...asked, kind: 'file', items: items.map((name) => ({ path: name, print: '' })) };
    assert.deepEqual(await answer(file), answerRequest(file, disk));
    await worker.terminate();
  });
  test('has a thread that asks for times, and knows little else', async () => {
    const script = path.join(root, 'dist/stampWorker.js');
    assert.ok(fs.statSync(script).size < 2 * KILOBYTE);
    const worker = new Worker(script, { execArgv: [], env: {} });
    const request = { folder: path.join(root, 'media/sample'), paths: pack(['playlist.md', 'none.md']) };
    worker.postMessage(request);
    const [answer] = await once(worker, 'message');
    assert.equal(answer, stampFiles(request));
    const [stamp, none] = unpack(answer);
    assert.match(stamp ?? '', /^\d+-\d+$/);
    assert.equal(none, '');
    await worker.terminate();
  });
  test('starts with what it registers: the parser waits for a note', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-start-'));
    const vscode = new CountingVscode(folder);
    const { activate, loaded } = loadExtension(vscode.api);
    const subscriptions: { dispose(): void }[] = [];
    const memento = { get: (_: string, fallback: unknown) => fallback, update: async () => undefined };
    const context = { globalState: memento, workspaceState: memento, extension: { packageJSON: {} }, subscriptions };
    try {
      activate({ ...context, extensionUri: { path: folder }, storageUri: undefined });
      // nor does what follows at once
      for (let turn = 0; turn < 1000; turn += 1) await Promise.resolve();
      assert.deepEqual(loaded(), []);
      const opens = (name: string): void => {
        const { document } = vscode.document(path.join(folder, name), '# Episode 1 : A\n\n- [ ] b\n');
        vscode.tell('onDidOpenTextDocument', document);
      };
      opens('README.md');
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.ok(!loaded().includes('parser.cjs'));
      opens('episodes/001/README.md');
      while (loaded().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
      assert.deepEqual(loaded(), ['core.cjs', 'parser.cjs']);
    } finally {
      for (const one of subscriptions) one.dispose();
      fs.rmSync(folder, { recursive: true });
    }
  });
  test('makes no copies of VS Code’s API', () => {
    for (const bundle of ['dist/extension.js', 'dist/web/extension.js']) {
      const code = fs.readFileSync(path.join(root, bundle), 'utf8');
      assert.deepEqual(
        [...code.matchAll(/(.)require\("vscode"\)/g)].map(([, before]) => before),
        ['='],
        bundle,
      );
    }
  });
  test('is small', () => {
    assert.ok(fs.statSync(path.join(root, 'dist/tgik.vsix')).size < 500 * KILOBYTE);
    for (const bundle of ['dist/extension.js', 'dist/core.cjs', 'dist/parser.cjs', 'dist/web/extension.js']) {
      const { size } = fs.statSync(path.join(root, bundle));
      assert.ok(size <= 350 * KILOBYTE, `${bundle} is ${size} bytes`);
    }
  });
});

/** The desktop's bundle with `vscode` from here, and which of its other files it has loaded. */
function loadExtension(vscode: object) {
  const node = createRequire(path.join(root, 'dist/extension.js'));
  const later = ['core.cjs', 'parser.cjs'].map((name) => path.join(root, 'dist', name));
  for (const file of later) delete node.cache[file];
  const module = { exports: {} as { activate(context: object): void } };
  const code = fs.readFileSync(path.join(root, 'dist/extension.js'), 'utf8');
  new Function('module', 'require', '__dirname', code)(
    module,
    (name: string): unknown => (name === 'vscode' ? vscode : node(name)),
    path.join(root, 'dist'),
  );
  const loaded = () => later.filter((file) => node.cache[file]).map((file) => path.basename(file));
  return { activate: module.exports.activate, loaded };
}
