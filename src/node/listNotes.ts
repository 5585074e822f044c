import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { splitPattern } from '../core/show/notePattern.js';
import type { Show } from '../core/show/show.js';
import { isMissing } from './readText.js';

/** What stands in the folder of a show's notes. */
export interface NotesFolder {
  /** Whether the folder is there at all. */
  readonly exists: boolean;
  /** Where notes may be, sorted, from the show's root with `/`; whether each exists is for the reader to find out. */
  readonly candidates: readonly string[];
  /** What `{number}` stands for in each name that fits the pattern, and the names of all other folders. */
  readonly folders: readonly string[];
}

/** Lists the one folder that holds the notes: `episodes/*`, never deeper. Throws where it exists and cannot be listed. */
export async function listNotes(root: string, show: Show): Promise<NotesFolder> {
  const { folder, before, after } = splitPattern(show);
  const slash = after.indexOf('/');
  const tail = slash < 0 ? after : after.slice(0, slash);
  const below = slash < 0 ? '' : after.slice(slash);
  const entries = await entriesOf(join(root, folder));
  const fits = (name: string): boolean =>
    name.length > before.length + tail.length && name.startsWith(before) && name.endsWith(tail);
  const numberPart = (name: string): string =>
    fits(name) ? name.slice(before.length, name.length - tail.length) : name;
  const names = (entries ?? []).map(({ name }) => name).sort();
  return {
    exists: entries !== undefined,
    candidates: names.filter(fits).map((name) => `${folder === '' ? '' : `${folder}/`}${name}${below}`),
    folders: (entries ?? [])
      .filter((entry) => entry.isDirectory() || fits(entry.name))
      .map(({ name }) => numberPart(name)),
  };
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
