import { SHOW_FILE } from '../core/show/parseShowFile.js';
import type { LoadedShow } from '../node/loadShow.js';
import { UsageError } from './io.js';

/** Throws where nothing of a show is to be seen. */
export function expectShow({ found, root, show }: LoadedShow): void {
  if (!found) throw new UsageError(`There is no show in ${root}. Expected ${show.notes} or ${SHOW_FILE}; see --root.`);
}

/** Throws where there is no note to work on. */
export function expectNotes(loaded: LoadedShow): void {
  expectShow(loaded);
  if (loaded.archive.episodes.length === 0) {
    throw new UsageError(`There are no notes in ${loaded.root}. Expected ${loaded.show.notes}.`);
  }
}
