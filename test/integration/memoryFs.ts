import * as vscode from 'vscode';

/** What a write does instead: throws before anything is there, or after half of it is. */
export type Fault = 'no-permission' | 'disk-full' | 'half' | 'none';

interface File {
  bytes: Uint8Array;
  mtime: number;
}

/** A show that lives in memory only, behind `workspace.fs`, and can fail as a disk does. */
export class MemoryFs implements vscode.FileSystemProvider {
  readonly #files = new Map<string, File>();
  readonly #folders = new Set<string>(['/']);
  readonly #links = new Set<string>();
  readonly #didChange = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#didChange.event;
  #clock = 1;
  /** What becomes of writes to paths that end like this. */
  fault: { readonly ending: string; readonly kind: Fault } = { ending: '', kind: 'none' };
  /** Runs before a write takes place. */
  beforeWrite: ((path: string) => void) | undefined;
  writes = 0;

  /** Makes `stat` say that a path is a symbolic link. */
  link(path: string): void {
    this.#links.add(path);
  }

  /** Puts a file there as another program would. */
  put(path: string, text: string | Uint8Array, tell = true): void {
    const uri = vscode.Uri.from({ scheme: 'memshow', path });
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      this.#folders.add(path.slice(0, at));
    const type = this.#files.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(path, {
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
      mtime: this.#tick(),
    });
    if (tell) this.#didChange.fire([{ type, uri }]);
  }

  /** Forgets that anything is a symbolic link. */
  unlink(): void {
    this.#links.clear();
  }

  text(path: string): string | undefined {
    const file = this.#files.get(path);
    return file && new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  }

  /** Every file and its text, every folder with null. */
  all(): Record<string, string | null> {
    const files = [...this.#files.keys()].map((path) => [path, this.text(path) ?? ''] as const);
    const folders = [...this.#folders].map((path) => [path, null] as const);
    return Object.fromEntries([...files, ...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #tick(): number {
    this.#clock += 1000;
    return this.#clock;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    const link = this.#links.has(path) ? vscode.FileType.SymbolicLink : 0;
    if (file) return { type: vscode.FileType.File | link, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if (this.#folders.has(path.replace(/(?<=.)\/$/, '')))
      return { type: vscode.FileType.Directory | link, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.stat(uri);
    const head = uri.path.replace(/\/?$/, '/');
    const below = (paths: Iterable<string>, type: vscode.FileType): [string, vscode.FileType][] =>
      [...paths]
        .filter(
          (path) => path !== '/' && path.startsWith(head) && !path.slice(head.length).includes('/') && path !== head,
        )
        .map((path) => [path.slice(head.length), type]);
    return [...below(this.#files.keys(), vscode.FileType.File), ...below(this.#folders, vscode.FileType.Directory)];
  }

  createDirectory({ path }: vscode.Uri): void {
    this.#folders.add(path);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array, { create, overwrite }: { create: boolean; overwrite: boolean }): void {
    const { path } = uri;
    this.beforeWrite?.(path);
    const there = this.#files.has(path);
    if (!there && !create) throw vscode.FileSystemError.FileNotFound(uri);
    if (there && create && !overwrite) throw vscode.FileSystemError.FileExists(uri);
    const { ending, kind } = this.fault;
    if (kind !== 'none' && path.endsWith(ending)) {
      if (kind === 'no-permission') throw vscode.FileSystemError.NoPermissions(uri);
      if (kind === 'half') this.put(path, bytes.slice(0, bytes.length / 2));
      throw new Error('ENOSPC: no space left on device');
    }
    this.writes += 1;
    this.put(path, bytes);
  }

  delete(uri: vscode.Uri, { recursive }: { recursive: boolean }): void {
    const { path } = uri;
    this.stat(uri);
    const below = (one: string): boolean => one.startsWith(`${path}/`);
    if (!recursive && [...this.#files.keys(), ...this.#folders].some(below)) throw new Error('ENOTEMPTY');
    for (const one of [...this.#files.keys()]) if (one === path || below(one)) this.#files.delete(one);
    for (const one of [...this.#folders]) if (one === path || below(one)) this.#folders.delete(one);
    this.#didChange.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(): void {
    throw vscode.FileSystemError.Unavailable();
  }
}
