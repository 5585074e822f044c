import { groupBy } from '../text/groupBy.js';
import type { ArchivedHead } from './archive.js';

export type Grouping = 'series' | 'year' | 'flat';

/** Episodes that belong together, newest first. `name` is null for those without a series, a date or any grouping. */
export interface EpisodeGroup {
  readonly name: string | null;
  readonly episodes: readonly ArchivedHead[];
}

/** Groups in the order of their newest episode; those without a name come last. `episodes` is newest first. */
export function groupEpisodes(episodes: readonly ArchivedHead[], by: Grouping): EpisodeGroup[] {
  const groups = groupBy(episodes, (episode) => nameOf(episode, by));
  const all = [...groups].map(([name, members]) => ({ name, episodes: members }));
  return [...all.filter(({ name }) => name !== null), ...all.filter(({ name }) => name === null)];
}

function nameOf({ series, date }: ArchivedHead, by: Grouping): string | null {
  if (by === 'series') return series;
  return by === 'year' ? (date?.slice(0, 4) ?? null) : null;
}

/** The next episode of the same series; undefined for the newest and for one without a series. */
export function nextOfSeries(
  episodes: readonly ArchivedHead[],
  { number, series }: ArchivedHead,
): ArchivedHead | undefined {
  if (number === null || series === null) return undefined;
  return episodes.findLast((one) => one.series === series && one.number !== null && one.number > number);
}
