import { oncePer } from '../text/oncePer.js';
import { partitionPoint } from '../text/partitionPoint.js';
import type { Archive, ArchivedEpisode } from './archive.js';

/** An episode with a number and a recording date. */
export type DatedEpisode = ArchivedEpisode & { readonly date: string; readonly number: number };

/** The note at a path from the show's root. */
export const episodeAt = (archive: Archive, path: string | null | undefined): ArchivedEpisode | undefined =>
  typeof path === 'string' ? byPath(archive).get(path) : undefined;

/** The note with a number; of several the first by path. */
export const episodeOf = (archive: Archive, number: number | null): ArchivedEpisode | undefined =>
  number === null ? undefined : byNumber(archive).get(number);

/** The dated episodes around a number: the next one, and those before it, nearest first, at most two. */
export function datedAround(archive: Archive, number: number): { next?: DatedEpisode; before: DatedEpisode[] } {
  const dated = datedEpisodes(archive);
  const ahead = partitionPoint(dated.length, (at) => (dated[at]?.number ?? 0) > number);
  const behind = partitionPoint(dated.length, (at) => (dated[at]?.number ?? 0) >= number);
  const next = dated[ahead - 1];
  return { ...(next && { next }), before: dated.slice(behind, behind + 2) };
}

const byPath = oncePer(({ episodes }: Archive) => firstBy(episodes, ({ path }) => path));
const byNumber = oncePer(({ episodes }: Archive) => firstBy(episodes, ({ number }) => number));

const datedEpisodes = oncePer(({ episodes }: Archive) =>
  episodes.filter((one): one is DatedEpisode => one.date !== null && one.number !== null),
);

/** The first of each key. */
const firstBy = <Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): ReadonlyMap<Key, Value> =>
  new Map(values.toReversed().map((value) => [keyOf(value), value]));
