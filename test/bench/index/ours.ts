// One reading of a show's archive as the extension does it: `ours.mjs FOLDER STORAGE WORKER`. Prints JSON.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openLoader } from './loader.js';

const [, , root = '', storage = '', worker = ''] = process.argv;
const { loader, reader, showFolder } = openLoader(root, storage, worker);

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const started = performance.now();
let heads: number | undefined;
const { episodes } = await loader.load(showFolder, () => {
  heads = performance.now() - started;
});
const ms = performance.now() - started;
await loader.saved;
delay.disable();
reader.dispose();
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ notes: episodes.length, ms, heads, longest: delay.max / 1e6, megabytes }));
