import { fileURLToPath } from 'node:url';
import type * as vscode from 'vscode';
import type { NoteHead } from '../../core/archive/noteHead.js';
import type { Show } from '../../core/show/show.js';
import { FileStamps, type Stamps } from '../../node/stamps/fileStamps.js';
import type { AskedFile, ReadFile } from '../../worker/readRequest.js';
import type { NoteReader } from './noteReader.js';

/** What one asked file counts as where its length is not known, in UTF-16 units. */
const UNITS = { head: 800, file: 3000 };

/** The notes of a folder on the disk of this machine, as threads read them; null for those the asker has to see to itself. */
export interface NoteDisk {
  /** Says that many times and sizes will be asked for. */
  prepare(): void;
  /** Times and sizes; '' or nothing for those the asker has to see to itself. */
  stamps(paths: readonly string[]): Promise<Stamps>;
  /** Heads; undefined where there are no threads any more. */
  heads(paths: readonly string[]): Promise<readonly (NoteHead | null)[] | undefined>;
  /** Reads a file, of so many bytes where that is known. */
  read(asked: AskedFile, size?: number): Promise<ReadFile | null>;
}

export type FindDisk = (folder: vscode.Uri, show: Show, reader: NoteReader) => NoteDisk | undefined;

/** `stampScript` is what threads run that ask for times. Undefined for a folder that is elsewhere. */
export const findDiskWith = (stampScript: string): FindDisk => {
  const files = new FileStamps(stampScript);
  return (folder, show, reader) => {
    if (folder.scheme !== 'file') return undefined;
    const root = folder.toString();
    return {
      prepare: () => files.prepare(),
      stamps: async (paths) => {
        try {
          return await files.of(fileURLToPath(root), paths);
        } catch {
          return [];
        }
      },
      heads: async (paths) => {
        const heads = await Promise.all(paths.map((path) => reader.ask('head', show, root, path, UNITS.head)));
        return reader.hasThreads ? heads : undefined;
      },
      read: (asked, size = UNITS.file) => reader.ask('file', show, root, asked, size),
    };
  };
};
