import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import type { ReadAnswer } from '../worker/readRequest.js';
import { activateFeatures } from './activate.js';
import { findDiskWith } from './adapters/noteDisk.js';
import type { Thread } from './adapters/noteReader.js';
import type { LinksModule } from './features/links/linksSession.js';

/**
 * The desktop's entry point. A start loads what is registered and little more: the core and the parser are files of
 * their own (`scripts/loadLater.mjs`), loaded when first called, and so is the check of links.
 */
export function activate(context: vscode.ExtensionContext): void {
  activateFeatures(context, {
    threads: () => ({ most: Math.max(1, Math.min(4, availableParallelism() - 1)), start: startThread }),
    findDisk: findDiskWith(join(__dirname, 'stampWorker.js')),
    loadLinks: () => require('./links.cjs') as LinksModule,
  });
}

/** What notes are read into is short-lived: little room for it is as fast, and a quarter less memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

function startThread(): Thread {
  const { Worker } = require('node:worker_threads') as typeof import('node:worker_threads');
  const worker = new Worker(join(__dirname, 'noteWorker.js'), { resourceLimits });
  worker.unref();
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.on('message', (notes: ReadAnswer) => listener(notes)),
    onFailure: (listener) => worker.on('error', listener).on('messageerror', listener),
    end: () => void worker.terminate(),
  };
}
