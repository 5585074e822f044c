import type { Archive, ArchivedEpisode } from './archive.js';
import { type SeriesAndTopic, seriesOfTitle, withoutPart } from './series.js';

const hasOutline = ({ progress }: ArchivedEpisode): boolean => progress.total > 0;

const same = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/** The series a new title would belong to: one of the archive's that it begins with, or a single note it continues. */
export function seriesForTitle(archive: Archive, segments: readonly string[]): string | null {
  const prefixes = segments.slice(0, -1).map((_, at) => segments.slice(0, segments.length - 1 - at).join(' : '));
  for (const prefix of prefixes) {
    const known = archive.episodes.find((one) => same(one.series, prefix) || same(prefixOf(one, prefix), prefix));
    if (known) return known.series ?? prefix;
  }
  const title = withoutPart(segments.join(' : ').replace(/^continu(?:ing|e)\s+/i, ''));
  return archive.episodes.find((one) => same(one.series, title) || same(one.title, title))?.series ?? null;
}

/** The first segments of a note's title, as many as `prefix` has. */
const prefixOf = ({ segments }: ArchivedEpisode, prefix: string): string | null => {
  const count = prefix.split(' : ').length;
  return segments.length > count ? segments.slice(0, count).join(' : ') : null;
};

/**
 * The episode whose outline a new one takes over: the newest earlier one of its series, else the newest earlier one
 * with an outline. Earlier means a lower number than `before`.
 */
export function findPreviousEpisode(
  archive: Archive,
  series: string | null,
  before = Number.POSITIVE_INFINITY,
): ArchivedEpisode | undefined {
  const earlier = archive.episodes.filter(({ number }) => number !== null && number < before);
  const ofSeries = earlier.filter(
    (one) => same(one.series, series) || (series !== null && same(prefixOf(one, series), series)),
  );
  return ofSeries.find(hasOutline) ?? ofSeries[0] ?? earlier.find(hasOutline);
}

/** A note's series, or what its own title suggests where nobody shares it yet: the next episode may be the first to. */
export const likelySeries = ({ series, topic, segments }: ArchivedEpisode): SeriesAndTopic =>
  series === null ? seriesOfTitle(segments) : { series, topic };

/** The newest series with open topics: what a new episode goes on with where nothing else is said. */
export function findOpenSeries(archive: Archive): string | null {
  const open = archive.episodes.find(
    (one) => likelySeries(one).series !== null && one.progress.done < one.progress.total,
  );
  return open ? likelySeries(open).series : null;
}
