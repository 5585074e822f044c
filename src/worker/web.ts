import { type SummarizeRequest, summarizeTexts } from './summarizeTexts.js';

/** What a web worker sees of itself. */
declare const self: {
  onmessage: ((event: { readonly data: SummarizeRequest }) => void) | null;
  postMessage(message: unknown): void;
};

self.onmessage = ({ data }) => self.postMessage(summarizeTexts(data));
