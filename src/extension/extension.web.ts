import * as vscode from 'vscode';
import type { NoteSummary } from '../core/archive/noteSummary.js';
import { activateFeatures } from './activate.js';
import type { Thread } from './adapters/noteReader.js';

/** The web's entry point: the same list of features. */
export function activate(context: vscode.ExtensionContext): void {
  activateFeatures(context, { threads: (extension) => ({ most: 2, start: () => startThread(extension) }) });
}

/** A web worker, as far as it is used here. */
declare class Worker {
  constructor(url: string);
  onmessage: ((event: { readonly data: readonly NoteSummary[] }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

function startThread(extension: vscode.Uri): Thread {
  const worker = new Worker(vscode.Uri.joinPath(extension, 'dist/web/noteWorker.js').toString(true));
  return {
    post: (request) => worker.postMessage(request),
    onAnswer(listener) {
      worker.onmessage = ({ data }) => listener(data);
    },
    onFailure(listener) {
      worker.onerror = ({ message }) => listener(message ?? 'the worker did not start');
    },
    end: () => worker.terminate(),
  };
}
