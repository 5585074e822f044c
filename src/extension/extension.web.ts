import * as vscode from 'vscode';
import type { ReadAnswer } from '../worker/readRequest.js';
import { activateFeatures } from './activate.js';
import type { Thread } from './adapters/noteReader.js';

/** The web's entry point: the same list of features. */
export function activate(context: vscode.ExtensionContext): void {
  activateFeatures(context, {
    threads: (extension) => ({ most: 2, start: () => startThread(extension) }),
  });
}

/** A web worker, as far as it is used here. */
interface WebWorker {
  onmessage: (event: { readonly data: ReadAnswer }) => void;
  onerror: (event: { readonly message?: string }) => void;
  postMessage(message: unknown): void;
  terminate(): void;
}
declare const Worker: new (url: string) => WebWorker;
declare const Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => object;
declare const URL: { createObjectURL(blob: object): string };

/** From a blob: VS Code starts no worker from a remote extension's own address. */
async function startWorker(extension: vscode.Uri): Promise<WebWorker> {
  const code = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist/noteWorker.js'));
  return new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
}

function startThread(extension: vscode.Uri): Thread {
  const starting = startWorker(extension);
  const started = (use: (worker: WebWorker) => void): void => void starting.then(use, () => undefined);
  return {
    post: (request) => started((worker) => worker.postMessage(request)),
    onAnswer: (listener) =>
      started((worker) => {
        worker.onmessage = ({ data }) => listener(data);
      }),
    onFailure(listener) {
      starting.catch(listener);
      started((worker) => {
        worker.onerror = ({ message }) => listener(message);
      });
    },
    end: () => started((worker) => worker.terminate()),
  };
}
