import { statSync } from 'node:fs';
import { stampOf } from '../../core/archive/stamp.js';

/** Files below a folder whose stamps a thread is asked for. */
export interface StampRequest {
  readonly folder: string;
  /** `pack`ed. */
  readonly paths: string;
}

/** Between one and the next: the one character no path has. */
const BETWEEN = '\0';

/** Strings as one: thousands of them are slow to hand to a thread. */
export const pack = (some: readonly string[]): string => some.join(BETWEEN);

/** The same again; at least one. */
export const unpack = (packed: string): string[] => packed.split(BETWEEN);

/** Asks the disk for the stamp of each file, one after the other; '' for those it does not tell. `pack`ed. */
export const stampFiles = ({ folder, paths }: StampRequest): string =>
  pack(unpack(paths).map((path) => stampFile(`${folder}/${path}`)));

function stampFile(file: string): string {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found ? stampOf(found.mtime.getTime(), found.size) : '';
  } catch {
    return '';
  }
}
