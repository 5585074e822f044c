import { parentPort } from 'node:worker_threads';
import { stampFiles } from './stampFiles.js';

// this and little more, so that it starts at once: the other threads know what notes mean
parentPort?.on('message', (request) => parentPort?.postMessage(stampFiles(request)));
