import os from 'node:os';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { TGIK } from '../../../src/core/show/show.js';
import { ArchiveLoader } from '../../../src/extension/adapters/archiveLoader.js';
import { Episodes } from '../../../src/extension/adapters/episodes.js';
import { NoteCache } from '../../../src/extension/adapters/noteCache.js';
import { findDiskWith } from '../../../src/extension/adapters/noteDisk.js';
import { NoteReader } from '../../../src/extension/adapters/noteReader.js';
import type { ShowFolder } from '../../../src/extension/adapters/showFolder.js';
import type { ReadAnswer } from '../../../src/worker/readRequest.js';

/** What reads the show in `root` as the desktop's extension does, in threads of the file `worker`. */
export function openLoader(root: string, storage: string, worker: string) {
  const log = { debug() {}, warn: console.error } as unknown as vscode.LogOutputChannel;
  const start = () => {
    const thread = new Worker(worker, { resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    return {
      post: (request: unknown) => thread.postMessage(request),
      onAnswer: (listener: (read: ReadAnswer) => void) => void thread.on('message', listener),
      onFailure: (listener: (error: unknown) => void) => void thread.on('error', listener),
      end: () => void thread.terminate(),
    };
  };
  const most = Math.max(1, Math.min(4, os.availableParallelism() - 1));
  const reader = new NoteReader({ most, start }, log);
  const cache = new NoteCache(vscode.Uri.file(storage), 'bench', log);
  const loader = new ArchiveLoader(
    log,
    new Episodes(reader),
    reader,
    cache,
    findDiskWith(worker.replace('noteWorker', 'stampWorker')),
  );
  const folder = { uri: vscode.Uri.file(root), name: 'show', index: 0 };
  return { loader, reader, showFolder: { folder, show: TGIK } as unknown as ShowFolder };
}
