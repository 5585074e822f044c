import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type NotesFolder, notesFolder, readNotesFolder } from '../core/show/notePattern.js';
import type { Show } from '../core/show/show.js';
import { isMissing } from './readText.js';

/** The notes' folder of a show on disk; `exists` says whether it is there at all. Throws where it cannot be listed. */
export async function listNotes(root: string, show: Show): Promise<NotesFolder & { readonly exists: boolean }> {
  const entries = await entriesOf(join(root, notesFolder(show)));
  const listed = (entries ?? []).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  return { exists: entries !== undefined, ...readNotesFolder(show, listed) };
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
