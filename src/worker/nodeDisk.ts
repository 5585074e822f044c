import type * as nodeFs from 'node:fs';
import type * as nodeUrl from 'node:url';
import { stampOf } from '../core/archive/stamp.js';
import type { Disk } from './readRequest.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The disk by way of Node, which is told apart from a browser's worker where this is called. */
export const nodeDisk = (fs: typeof nodeFs, { fileURLToPath }: typeof nodeUrl): Disk => ({
  folder: (uri) => fileURLToPath(uri),
  stamp: (path) => {
    const { mtime, size } = fs.statSync(path);
    return stampOf(mtime.getTime(), size);
  },
  read: (path) => decoder.decode(fs.readFileSync(path)),
});
