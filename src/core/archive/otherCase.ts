import { oncePer } from '../text/oncePer.js';
import type { Archive } from './archive.js';

const byLowerCase = oncePer(
  ({ episodes, show }: Archive) =>
    new Map([show.index, ...episodes.map(({ path }) => path)].map((one) => [one.toLowerCase(), one])),
);

/**
 * Whether a path names a note or the index in other letters: `episodes/093/readme.md`. Some disks do not mind; the web and
 * other people's disks do.
 */
export function isInOtherCase(archive: Archive | null, path: string): boolean {
  const known = archive && byLowerCase(archive).get(path.toLowerCase());
  return known !== null && known !== undefined && known !== path;
}
