import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import esbuild from 'esbuild';
import type { ArchiveLoader } from '../../src/extension/adapters/archiveLoader.js';
import type { Archives } from '../../src/extension/adapters/archives.js';
import type { Episodes } from '../../src/extension/adapters/episodes.js';
import type { NoteCache } from '../../src/extension/adapters/noteCache.js';
import type { NoteReader } from '../../src/extension/adapters/noteReader.js';
import type * as fakeVscode from '../bench/index/fakeVscode.js';

/** What reads archives in the extension, on a stand-in for VS Code. */
export interface ArchiveReaders {
  readonly ArchiveLoader: typeof ArchiveLoader;
  readonly Archives: typeof Archives;
  readonly Episodes: typeof Episodes;
  readonly NoteCache: typeof NoteCache;
  readonly NoteReader: typeof NoteReader;
  readonly vscode: typeof fakeVscode;
}

const root = path.resolve(import.meta.dirname ?? __dirname, '../..');
const adapters = ['archiveLoader', 'archives', 'episodes', 'noteCache', 'noteReader'];

export function archiveReaders(): ArchiveReaders {
  const { outputFiles } = esbuild.buildSync({
    stdin: {
      contents: `${adapters.map((name) => `export * from './src/extension/adapters/${name}.ts';`).join('\n')}
export * as vscode from 'vscode';`,
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    alias: { vscode: './test/bench/index/fakeVscode.ts' },
  });
  const module = { exports: {} };
  vm.runInThisContext(`(function (module, exports, require) {${outputFiles[0]?.text}\n})`)(
    module,
    module.exports,
    createRequire(path.join(root, 'package.json')),
  );
  return module.exports as ArchiveReaders;
}
