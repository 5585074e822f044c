import type { ArchivedEpisode } from '../core/archive/archive.js';
import type { NoteDetails } from '../core/archive/noteSummary.js';
import { oncePer } from '../core/text/oncePer.js';
import { mapInSteps, type Steps } from '../core/text/steps.js';
import { requestUrl } from './requestUrl.js';

/** What is asked for when links are followed, each once. Most are written so: those strings are shared. */
const pagesOf = oncePer(({ links }: NoteDetails): readonly string[] => {
  const pages = new Set<string>();
  for (const link of links) {
    const page = requestUrl(link);
    if (page !== undefined) pages.add(page === link ? link : page);
  }
  return [...pages];
});

/**
 * Which episodes cite some pages, by URL as `requestUrl` gives it, in the order of the episodes. A note's links are looked
 * at once, however often the archive is asked while the note stays as it is.
 */
export function* findCiting(
  episodes: readonly ArchivedEpisode[],
  urls: Pick<ReadonlySet<string>, 'has' | 'size'>,
): Steps<ReadonlyMap<string, readonly ArchivedEpisode[]>> {
  const found = new Map<string, ArchivedEpisode[]>();
  if (urls.size === 0) return found;
  yield* mapInSteps(episodes, (episode) => {
    for (const page of pagesOf(episode.details)) {
      if (!urls.has(page)) continue;
      const citing = found.get(page);
      if (citing) citing.push(episode);
      else found.set(page, [episode]);
    }
  });
  return found;
}
