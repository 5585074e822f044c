import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { PlannedFile } from '../../core/newEpisode/choices.js';

/** One file's change as `git apply` and `patch -p1` read it; '' where nothing changes. */
export function unifiedDiff({ path, before, after }: PlannedFile): string {
  if (before === after) return '';
  const old = before === null ? '/dev/null' : `a/${path}`;
  return createTwoFilesPatch(old, `b/${path}`, before ?? '', after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
