import { parentPort } from 'node:worker_threads';
import { type SummarizeRequest, summarizeTexts } from './summarizeTexts.js';

parentPort?.on('message', (request: SummarizeRequest) => parentPort?.postMessage(summarizeTexts(request)));
