import { link, mkdir, realpath, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode, isMissing, isWithin, readText, reasonOf } from './readText.js';
import { writeAside, writeNew } from './writeAside.js';

/** Why a file was not written, in one plain sentence. Nothing of it is on the disk. */
export class WriteError extends Error {}

/** Takes back what a write has made. */
export type Undo = () => Promise<void>;

/**
 * Creates a file, and its folders, where none is. Never overwrites, never leaves `root` through a symbolic link. Whenever
 * it is killed, the file is whole or not there.
 */
export async function createFile(root: string, path: string, text: string): Promise<Undo> {
  const file = join(root, path);
  const folder = dirname(file);
  const near = await assertInside(root, folder, path);
  const aside = await failing(path, () => writeAside(near, basename(file), text));
  let made: string | undefined;
  try {
    made = await failing(path, () => mkdir(folder, { recursive: true }));
    await linkNew(aside, file, text);
  } catch (error) {
    await removeFolders(folder, made);
    if (error instanceof WriteError) throw error;
    const exists = errorCode(error) === 'EEXIST';
    throw new WriteError(
      exists ? `${path} exists already: nothing was written.` : `${path} cannot be written: ${reasonOf(error)}.`,
    );
  } finally {
    await unlink(aside).catch(() => undefined);
  }
  return async () => {
    const now = await readText(file);
    if (now.kind === 'text' && now.text !== text) throw new WriteError(`${path} has been changed by someone else`);
    await unlink(file);
    await removeFolders(folder, made);
  };
}

/** Gives a whole file its name, if that is free. Where files cannot have two names, it is written under its own. */
async function linkNew(aside: string, file: string, text: string): Promise<void> {
  try {
    await link(aside, file);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) throw error;
    await writeNew(file, text);
  }
}

/** Replaces a file's text at once, and only where it still is `before`. */
export async function replaceFile(root: string, path: string, before: string, after: string): Promise<void> {
  const named = join(root, path);
  await assertInside(root, named, path);
  const file = await failing(path, () => realpath(named));
  const { mode } = await failing(path, () => stat(file));
  const aside = await failing(path, () => writeAside(dirname(file), basename(file), after, mode));
  try {
    const now = await readText(file);
    if (now.kind !== 'text' || !now.sound || now.text !== before) {
      throw new WriteError(`${path} has changed meanwhile: it was not written. Try again.`);
    }
    await failing(path, () => rename(aside, file));
  } catch (error) {
    await unlink(aside).catch(() => undefined);
    throw error;
  }
}

/** Removes `folder` and those above it up to `first`, as long as they are empty; nothing where none was made. */
async function removeFolders(folder: string, first: string | undefined): Promise<void> {
  if (first === undefined) return;
  for (let at = folder; isWithin(first, at); at = dirname(at)) {
    if (
      !(await rmdir(at).then(
        () => true,
        () => false,
      ))
    )
      return;
  }
}

/** Gives the nearest folder that exists, its links followed; throws where it leads out of `root`. */
async function assertInside(root: string, target: string, path: string): Promise<string> {
  const [real, realRoot] = await failing(path, () => Promise.all([nearestReal(target), realpath(root)]));
  if (!isWithin(realRoot, real)) {
    throw new WriteError(`${path} leads outside the show: it is not written.`);
  }
  return real;
}

async function nearestReal(target: string): Promise<string> {
  try {
    return await realpath(target);
  } catch (error) {
    if (!isMissing(error) || dirname(target) === target) throw error;
    return nearestReal(dirname(target));
  }
}

async function failing<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof WriteError ? error : new WriteError(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}
