import type { ArchiveLoader } from '../../src/extension/adapters/archiveLoader.js';
import type { Archives } from '../../src/extension/adapters/archives.js';
import type { Episodes } from '../../src/extension/adapters/episodes.js';
import type { NoteCache } from '../../src/extension/adapters/noteCache.js';
import type { NoteReader } from '../../src/extension/adapters/noteReader.js';
import * as fakeVscode from '../bench/index/fakeVscode.js';
import { loadWithVscode } from './loadWithVscode.js';

/** What reads archives in the extension, on a stand-in for VS Code. */
export interface ArchiveReaders {
  readonly ArchiveLoader: typeof ArchiveLoader;
  readonly Archives: typeof Archives;
  readonly Episodes: typeof Episodes;
  readonly NoteCache: typeof NoteCache;
  readonly NoteReader: typeof NoteReader;
  readonly vscode: typeof fakeVscode;
}

const ADAPTERS = ['archiveLoader', 'archives', 'episodes', 'noteCache', 'noteReader'];

export const archiveReaders = (): ArchiveReaders => ({
  ...loadWithVscode<Omit<ArchiveReaders, 'vscode'>>(
    ADAPTERS.map((name) => `adapters/${name}`),
    fakeVscode,
  ),
  vscode: fakeVscode,
});
