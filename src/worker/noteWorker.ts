import type * as threads from 'node:worker_threads';
import { type ReadRequest, readTexts } from './readTexts.js';

/** What a web worker sees of itself; Node's threads have none. */
declare const self:
  | undefined
  | { onmessage: (event: { readonly data: ReadRequest }) => void; postMessage(message: unknown): void };
declare const require: (name: string) => typeof threads;

// one file for both kinds of host
if (typeof self === 'undefined') {
  const { parentPort } = require('node:worker_threads');
  parentPort?.on('message', (request: ReadRequest) => parentPort.postMessage(readTexts(request)));
} else {
  self.onmessage = ({ data }) => self.postMessage(readTexts(data));
}
