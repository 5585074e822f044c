import type { NewEpisodePlan } from '../core/newEpisode/choices.js';
import { reasonOf } from './readText.js';
import { createFile, replaceFile, type Undo, WriteError } from './writeFiles.js';

/** Writes every file of a plan, or none: where one fails, those made before are taken back. Throws a WriteError. */
export async function applyPlan(root: string, { files }: NewEpisodePlan): Promise<void> {
  const undo: Undo[] = [];
  try {
    for (const { path, before, after } of [...files].sort(newFirst)) {
      if (before === null) undo.unshift(await createFile(root, path, after));
      else undo.unshift(await changeFile(root, path, before, after));
    }
  } catch (error) {
    const left = await takeBack(undo);
    throw error instanceof WriteError && left !== undefined ? new WriteError(`${error.message} ${left}`) : error;
  }
}

const newFirst = (a: { before: string | null }, b: { before: string | null }): number =>
  Number(a.before !== null) - Number(b.before !== null);

async function changeFile(root: string, path: string, before: string, after: string): Promise<Undo> {
  await replaceFile(root, path, before, after);
  return () => replaceFile(root, path, after, before);
}

/** Says what became of the files made before; undefined where there were none. */
async function takeBack(undo: readonly Undo[]): Promise<string | undefined> {
  if (undo.length === 0) return undefined;
  try {
    for (const step of undo) await step();
    return 'The new note was removed again: nothing is half done.';
  } catch (error) {
    return `What was written before could not be taken back: ${reasonOf(error)}.`;
  }
}
