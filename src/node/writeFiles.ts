import { mkdir, open, realpath, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode, isMissing, isWithin, readText, reasonOf } from './readText.js';

/** Why a file was not written, in one plain sentence. Nothing of it is on the disk. */
export class WriteError extends Error {}

/** Takes back what a write has made. */
export type Undo = () => Promise<void>;

/** Creates a file, and its folders, where none is. Never overwrites, never leaves `root` through a symbolic link. */
export async function createFile(root: string, path: string, text: string): Promise<Undo> {
  const file = join(root, path);
  const folder = dirname(file);
  await assertInside(root, folder, path);
  const made = await failing(path, () => mkdir(folder, { recursive: true }));
  const undoFolders = (): Promise<void> => removeFolders(folder, made);
  try {
    await writeNew(file, text);
  } catch (error) {
    await undoFolders();
    const exists = errorCode(error) === 'EEXIST';
    throw new WriteError(
      exists ? `${path} exists already: nothing was written.` : `${path} cannot be written: ${reasonOf(error)}.`,
    );
  }
  return async () => {
    await unlink(file);
    await undoFolders();
  };
}

/** Replaces a file's text at once, and only where it still is `before`. */
export async function replaceFile(root: string, path: string, before: string, after: string): Promise<void> {
  const named = join(root, path);
  await assertInside(root, named, path);
  const file = await failing(path, () => realpath(named));
  const { mode } = await failing(path, () => stat(file));
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  await failing(path, () => writeNew(temporary, after, mode));
  try {
    const now = await readText(file);
    if (now.kind !== 'text' || !now.sound || now.text !== before) {
      throw new WriteError(`${path} has changed meanwhile: it was not written. Try again.`);
    }
    await failing(path, () => rename(temporary, file));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Writes a file that must not exist; on failure it is gone again. */
async function writeNew(file: string, text: string, mode?: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } catch (error) {
    await handle.close();
    await unlink(file).catch(() => undefined);
    throw error;
  }
  await handle.close();
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

/** Throws where the nearest folder that exists leads out of `root`. */
async function assertInside(root: string, target: string, path: string): Promise<void> {
  const real = await failing(path, () => nearestReal(target));
  if (!isWithin(await realpath(root), real)) {
    throw new WriteError(`${path} leads outside the show: it is not written.`);
  }
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
