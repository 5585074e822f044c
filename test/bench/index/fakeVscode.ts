import fs from 'node:fs';
import { posix } from 'node:path';

/** As much of VS Code's API as the reader of the archive asks for, on the disk itself. */
export class Uri {
  static readonly file = (path: string): Uri => new Uri(path);
  static readonly joinPath = ({ path }: Uri, ...parts: string[]): Uri => new Uri(posix.join(path, ...parts));
  readonly scheme = 'file';
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  with({ path = this.path }: { path?: string }): Uri {
    return new Uri(path);
  }

  toString(): string {
    return `file://${this.path}`;
  }
}

export const FileType = { File: 1, Directory: 2 };
export const ProgressLocation = { Window: 10 };
export class FileSystemError extends Error {
  readonly code = 'FileNotFound';
}
const found = <T>(work: Promise<T>): Promise<T> =>
  work.catch(() => {
    throw new FileSystemError();
  });

export const workspace = {
  textDocuments: [],
  isTrusted: true,
  fs: {
    stat: async ({ path }: Uri) => {
      const { mtime, size } = await found(fs.promises.stat(path));
      return { mtime: mtime.getTime(), size };
    },
    readFile: ({ path }: Uri) => found(fs.promises.readFile(path)),
    readDirectory: async ({ path }: Uri) =>
      (await found(fs.promises.readdir(path, { withFileTypes: true }))).map((entry) => [
        entry.name,
        entry.isDirectory() ? FileType.Directory : FileType.File,
      ]),
    createDirectory: ({ path }: Uri) => fs.promises.mkdir(path, { recursive: true }),
    writeFile: ({ path }: Uri, bytes: Uint8Array) => fs.promises.writeFile(path, bytes),
    rename: ({ path }: Uri, to: Uri) => fs.promises.rename(path, to.path),
    delete: ({ path }: Uri) => fs.promises.rm(path),
  },
};
export const window = { withProgress: (_: unknown, task: () => Promise<unknown>) => task() };
export const l10n = { t: (text: string) => text };
