import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { CountingVscode } from '../support/countingVscode.js';

const root = path.resolve(__dirname, '../..');
const samples = path.join(root, 'samples');
const file = path.join(samples, 'episodes/012/README.md');

interface Extension {
  activate(context: object): void;
}

/** The extension as it is built, with `vscode` from here. */
function load(vscode: object): Extension {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-start-'));
  const outfile = path.join(folder, 'extension.cjs');
  buildSync({
    entryPoints: [path.join(root, 'src/extension/extension.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode', './links.cjs'],
    outfile,
    logLevel: 'error',
  });
  const code = fs.readFileSync(outfile, 'utf8');
  fs.rmSync(folder, { recursive: true });
  const node = createRequire(__filename);
  const module = { exports: {} as Extension };
  const require = (name: string): unknown => (name === 'vscode' ? vscode : node(name));
  new Function('module', 'exports', 'require', '__dirname', '__filename', code)(
    module,
    module.exports,
    require,
    folder,
    outfile,
  );
  return module.exports;
}

/** Timers that were set and neither ran nor were cleared, by where they were set. */
function countTimers(): { live: Map<unknown, string>; restore(): void } {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const live = new Map<unknown, string>();
  globalThis.setTimeout = ((run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const timer = set(() => {
      live.delete(timer);
      run(...args);
    }, ms);
    live.set(timer, new Error().stack?.split('\n').slice(2, 4).join(' ') ?? '');
    return timer;
  }) as typeof setTimeout;
  globalThis.clearTimeout = ((timer?: NodeJS.Timeout) => {
    live.delete(timer);
    clear(timer);
  }) as typeof clearTimeout;
  return {
    live,
    restore: () => {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function contextOf(): { subscriptions: { dispose(): unknown }[] } & Record<string, unknown> {
  const state = new Map<string, unknown>();
  return {
    subscriptions: [],
    workspaceState: {
      get: (key: string, fallback: unknown) => state.get(key) ?? fallback,
      update: async (key: string, value: unknown) => void state.set(key, value),
    },
    extension: { packageJSON: { version: '0' } },
    extensionUri: (new CountingVscode(root).api.Uri as { file(path: string): unknown }).file(root),
    storageUri: undefined,
  };
}

suite('the extension, started and ended', function () {
  this.timeout(30_000);
  const code = load;

  test('gives back every listener, watcher, view, command and timer', async () => {
    const vscode = new CountingVscode(samples);
    const timers = countTimers();
    const context = contextOf();
    try {
      code(vscode.api).activate(context);
      const started = new Set(vscode.live.keys());
      for (const name of ['commands.registerCommand(tgik.tick)', 'window.createTreeView(tgik.outline)'])
        assert.ok(started.has(name), name);
      assert.equal(vscode.live.get('workspace.createFileSystemWatcher(**/*.md)'), 1);
      const text = fs.readFileSync(file, 'utf8');
      const { document, change } = vscode.document(file, text);
      vscode.activeTextEditor = { document, selections: [] };
      vscode.tell('onDidOpenTextDocument', document);
      vscode.tell('onDidChangeActiveTextEditor', vscode.activeTextEditor);
      for (let times = 0; times < 20; times += 1) change(`${text}\n- ${times}\n`);
      vscode.tell('workspace.createFileSystemWatcher(**/*.md).onDidChange', document.uri);
      await pause(50);
      assert.ok(timers.live.size > 0, 'something is under way');
      for (const one of context.subscriptions.reverse()) one.dispose();
      await pause(100);
      assert.deepEqual(Object.fromEntries(vscode.live), {});
      assert.deepEqual([...timers.live.values()], []);
    } finally {
      timers.restore();
    }
  });

  test('a thousand files that change at once are told of once, and once more when they are read', async () => {
    const vscode = new CountingVscode(samples);
    const context = contextOf();
    code(vscode.api).activate(context);
    const { document } = vscode.document(file, fs.readFileSync(file, 'utf8'));
    vscode.activeTextEditor = { document, selections: [] };
    vscode.tell('onDidChangeActiveTextEditor', vscode.activeTextEditor);
    await pause(500);
    vscode.fired.clear();
    for (let times = 0; times < 1000; times += 1) {
      const name = ['onDidChange', 'onDidCreate', 'onDidDelete'][times % 3];
      vscode.tell(`workspace.createFileSystemWatcher(**/*.md).${name}`, document.uri);
      if (times % 100 === 0) await pause(5);
    }
    await pause(1000);
    for (const one of context.subscriptions.reverse()) one.dispose();
    const most = Math.max(...vscode.fired.values());
    assert.ok(most === 1 || most === 2, `told ${most} times`);
  });
});
