import type * as nodeFs from 'node:fs';
import type * as nodeUrl from 'node:url';
import type * as nodeZlib from 'node:zlib';
import { stampOf } from '../core/archive/stamp.js';
import type { Disk } from './readRequest.js';

/** Half the time, and a twentieth more. */
const QUICK = { level: 1 };

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The disk by way of Node, which is told apart from a browser's worker where this is called. */
export const nodeDisk = (fs: typeof nodeFs, { fileURLToPath }: typeof nodeUrl, zlib: typeof nodeZlib): Disk => ({
  folder: (uri) => fileURLToPath(uri),
  stamp: (path) => {
    const { mtime, size } = fs.statSync(path);
    return stampOf(mtime.getTime(), size);
  },
  read: (path) => decoder.decode(fs.readFileSync(path)),
  deflate: (text) => {
    const deflated = zlib.deflateRawSync(text, QUICK);
    const bytes = new Uint8Array(deflated.length + 1);
    bytes.set(deflated, 1);
    return bytes;
  },
});
