import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** What became of reading a file as text. */
export type ReadResult =
  /** `sound` is false where bytes were no UTF-8: they show as U+FFFD, and the file must not be written back. */
  | { readonly kind: 'text'; readonly text: string; readonly sound: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Why a file of a show is not read though the disk would give it. */
export const OUTSIDE = 'it lies outside the show';

/** Reads a file as UTF-8. A BOM stays in the text. Expected trouble is a value, never an exception. */
export async function readText(file: string): Promise<ReadResult> {
  try {
    return { kind: 'text', ...decode(await readFile(file)) };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonOf(error) };
  }
}

/** The same for a file of a show: one that lies outside `root`, also through a symbolic link, is not read. */
export async function readTextInside(root: string, file: string): Promise<ReadResult> {
  try {
    if (!isWithin(await realpath(root), await realpath(file))) {
      return { kind: 'unreadable', reason: OUTSIDE };
    }
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonOf(error) };
  }
  return readText(file);
}

function decode(bytes: Uint8Array): { text: string; sound: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), sound: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), sound: false };
  }
}

/** Whether `file` is `root` or lies below it. Both absolute; links are not followed. */
export const isWithin = (root: string, file: string): boolean => {
  const path = relative(root, file);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path));
};

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errorCode(error));

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** An error of the file system in a few words, without the path. */
export const reasonOf = (error: unknown): string =>
  REASONS[errorCode(error)] ?? (error instanceof Error ? error.message : String(error));
