import fs from 'node:fs';
import path from 'node:path';

/** A file's address. */
class FakeUri {
  static readonly file = (file: string): FakeUri => new FakeUri(file);
  static readonly from = ({ path: at = '' }: { path?: string }): FakeUri => new FakeUri(at);
  static readonly joinPath = ({ path: at }: FakeUri, ...parts: string[]): FakeUri =>
    new FakeUri(path.posix.join(at, ...parts));
  readonly scheme = 'file';
  readonly authority = '';
  readonly path: string;

  constructor(at: string) {
    this.path = at;
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    return `file://${this.path}`;
  }
}

/** As much of VS Code's API as the extension needs to start, keeping count of what it was asked for and not given back. */
export class CountingVscode {
  /** What is registered, listened to, watched or shown, by name; each once for every time it was not disposed of. */
  readonly live = new Map<string, number>();
  /** How often each of the extension's own events was told of. */
  readonly fired = new Map<object, number>();
  readonly #listeners = new Map<string, Set<(event: never) => unknown>>();
  readonly #texts = new Map<string, string>();
  readonly api: Record<string, unknown>;
  readonly textDocuments: unknown[] = [];
  activeTextEditor: unknown;

  constructor(root: string) {
    const folder = { uri: FakeUri.file(root), name: 'show', index: 0 };
    const self = this;
    const event = (name: string) => (listener: (event: never) => unknown) => self.#listen(name, listener);
    const emitters = class {
      readonly #own = new Set<(event: unknown) => unknown>();
      readonly #close = self.#open('EventEmitter');
      readonly event = (listener: (event: unknown) => unknown) => {
        const close = self.#open('EventEmitter.event');
        this.#own.add(listener);
        return {
          dispose: () => {
            this.#own.delete(listener);
            close.dispose();
          },
        };
      };
      fire(value: unknown): void {
        self.fired.set(this, (self.fired.get(this) ?? 0) + 1);
        for (const listener of [...this.#own]) listener(value);
      }
      dispose(): void {
        this.#own.clear();
        this.#close.dispose();
      }
    };
    const disposable = class {
      static from(...all: { dispose(): unknown }[]) {
        return { dispose: () => void all.map((one) => one.dispose()) };
      }
      constructor(readonly dispose: () => unknown) {}
    };
    const settings = {
      get: (_: string, fallback: unknown) => fallback,
      inspect: () => undefined,
      update: async () => undefined,
    };
    const overrides: Record<string, unknown> = {
      EventEmitter: emitters,
      Disposable: disposable,
      Uri: FakeUri,
      FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
      FileSystemError: class extends Error {
        code = 'FileNotFound';
      },
      l10n: { t: (words: string) => words, uri: undefined },
      env: { language: 'en' },
      commands: scope('commands', { executeCommand: async () => undefined, getCommands: async () => [] }),
      languages: scope('languages', {}),
      window: scope('window', {
        visibleTextEditors: [],
        tabGroups: { all: [], activeTabGroup: {} },
        get activeTextEditor() {
          return self.activeTextEditor;
        },
      }),
      workspace: scope('workspace', {
        workspaceFolders: [folder],
        isTrusted: true,
        textDocuments: this.textDocuments,
        fs: fileSystem(overrides0),
        getConfiguration: () => settings,
        getWorkspaceFolder: () => folder,
        asRelativePath: String,
      }),
    };
    function overrides0(): Error {
      return new (overrides.FileSystemError as new () => Error)();
    }
    this.api = withStubs(overrides, 'vscode');

    /** A part of the API whose `onDid…`, `create…` and `register…` are counted. */
    function scope(name: string, known: object): unknown {
      return new Proxy(known, {
        get(target, key) {
          if (key in target || typeof key === 'symbol') return Reflect.get(target, key);
          if (/^onDid|^onWill/.test(key)) return event(key);
          if (/^create|^register/.test(key)) return (first: unknown) => self.#made(`${name}.${key}`, first);
          return stub(`${name}.${key}`);
        },
      });
    }
  }

  /** Tells all who listen to `name`, such as `onDidChangeTextDocument`. */
  tell(name: string, event: unknown): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) (listener as (event: unknown) => unknown)(event);
  }

  /** Opens a document, or gives it another text. */
  document(file: string, text: string) {
    const document = {
      uri: FakeUri.file(file),
      version: 1,
      languageId: 'markdown',
      encoding: 'utf8',
      isClosed: false,
      getText: () => this.#texts.get(file) ?? '',
      positionAt: (offset: number) => ({ line: 0, character: offset }),
    };
    this.#texts.set(file, text);
    this.textDocuments.push(document);
    return {
      document,
      change: (next: string): void => {
        this.#texts.set(file, next);
        document.version += 1;
        this.tell('onDidChangeTextDocument', { document, contentChanges: [] });
      },
    };
  }

  #open(name: string): { dispose(): void } {
    this.live.set(name, (this.live.get(name) ?? 0) + 1);
    let open = true;
    return {
      dispose: () => {
        if (!open) return;
        open = false;
        const left = (this.live.get(name) ?? 0) - 1;
        if (left === 0) this.live.delete(name);
        else this.live.set(name, left);
      },
    };
  }

  #listen(name: string, listener: (event: never) => unknown): { dispose(): void } {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    const { dispose } = this.#open(name);
    return {
      dispose: () => {
        listeners.delete(listener);
        dispose();
      },
    };
  }

  /** What `createX` or `registerX` gives: to be disposed of, with events of its own. */
  #made(name: string, first: unknown): unknown {
    const key = typeof first === 'string' ? `${name}(${first})` : name;
    const { dispose } = this.#open(key);
    return new Proxy({ dispose } as Record<string | symbol, unknown>, {
      get: (target, name) => {
        if (name in target || typeof name === 'symbol') return target[name];
        if (/^onDid/.test(name))
          return (listener: (event: never) => unknown) => this.#listen(`${key}.${name}`, listener);
        return name === 'forEach' || name === 'get' ? () => undefined : stub(`${key}.${name}`);
      },
    });
  }
}

/** Anything that is not counted: can be called, made and asked for more. */
function stub(name: string): unknown {
  return new Proxy(class {}, {
    get: (target, key) =>
      key === 'prototype' || typeof key === 'symbol'
        ? Reflect.get(target, key)
        : key === 'then'
          ? undefined
          : stub(`${name}.${key}`),
    apply: () => undefined,
    construct: () => withStubs({}, name),
  });
}

/** What is not known is a stub. It comes by the prototype: bundles copy what a module has itself. */
const withStubs = (known: Record<string, unknown>, name: string): Record<string, unknown> =>
  Object.setPrototypeOf(
    known,
    new Proxy(Object.prototype, {
      get: (target, key) =>
        key in target || typeof key === 'symbol' || key === 'then' ? Reflect.get(target, key) : stub(`${name}.${key}`),
    }),
  );

const fileSystem = (missing: () => Error) => {
  const asking =
    <T>(ask: () => T) =>
    async (): Promise<T> => {
      try {
        return ask();
      } catch {
        throw missing();
      }
    };
  return {
    isWritableFileSystem: () => true,
    stat: ({ fsPath }: FakeUri) =>
      asking(() => {
        const { mtimeMs, size } = fs.statSync(fsPath);
        return { type: fs.statSync(fsPath).isDirectory() ? 2 : 1, mtime: mtimeMs, ctime: 0, size };
      })(),
    readFile: ({ fsPath }: FakeUri) => asking(() => new Uint8Array(fs.readFileSync(fsPath)))(),
    readDirectory: ({ fsPath }: FakeUri) =>
      asking(() =>
        fs
          .readdirSync(fsPath, { withFileTypes: true })
          .map((entry) => [entry.name, entry.isDirectory() ? 2 : 1] as [string, number]),
      )(),
    createDirectory: async () => undefined,
    writeFile: async () => undefined,
    rename: async () => undefined,
    delete: async () => undefined,
    path,
  };
};
