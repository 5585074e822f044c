import type * as nodeFs from 'node:fs';
import type * as nodeUrl from 'node:url';
import type * as threads from 'node:worker_threads';
import type * as nodeZlib from 'node:zlib';
import { answerRequest } from './answerRequest.js';
import { nodeDisk } from './nodeDisk.js';
import type { ReadRequest } from './readRequest.js';

/** What a web worker sees of itself; Node's threads have none. */
declare const self:
  | undefined
  | { onmessage: (event: { readonly data: ReadRequest }) => void; postMessage(message: unknown): void };
declare const require: ((name: 'node:worker_threads') => typeof threads) &
  ((name: 'node:fs') => typeof nodeFs) &
  ((name: 'node:url') => typeof nodeUrl) &
  ((name: 'node:zlib') => typeof nodeZlib);

// one file for both kinds of host
if (typeof self === 'undefined') {
  const { parentPort } = require('node:worker_threads');
  const disk = nodeDisk(require('node:fs'), require('node:url'), require('node:zlib'));
  parentPort?.on('message', (request: ReadRequest) => parentPort.postMessage(answerRequest(request, disk)));
} else {
  self.onmessage = ({ data }) => self.postMessage(answerRequest(data));
}
