import { moved } from '../markdown/shift.js';
import { oncePer } from '../text/oncePer.js';
import { type Span, span } from '../text/span.js';
import type { Episode, EpisodePart, Section, SectionKind } from './episode.js';
import { sectionsOf } from './parseSections.js';

/** Whether a note, or a part, has no parts of its own. */
export const isWhole = ({ parts }: Episode): boolean => parts.length === 1;

/** What `find` finds in each part of a note, at the note's offsets; known of every part that stays the same. */
export function perPart<T>(
  find: (part: Episode) => readonly T[],
  place: (found: readonly T[], start: number) => readonly T[] = moved,
): (episode: Episode) => readonly T[] {
  const findAll = oncePer((episode: Episode): readonly T[] =>
    isWhole(episode)
      ? find(episode)
      : episode.parts.flatMap(({ start, episode: part }) => {
          const found = findAll(part);
          return found.length === 0 ? found : place(found, start);
        }),
  );
  return findAll;
}

/** The parts that some places of a note reach into, with what of those places is in them at the part's own offsets. */
export function partsWithin(episode: Episode, places: readonly Span[]): (EpisodePart & { places: Span[] })[] {
  return episode.parts.flatMap((part) => {
    const { start, end } = part;
    const here = places
      .filter((place) => place.start < end && start < place.end)
      .map((place) => span(Math.max(place.start - start, 0), Math.min(place.end, end) - start));
    if (here.length === 0) return [];
    if (isWhole(part.episode)) return [{ ...part, places: here }];
    return partsWithin(part.episode, here).map((inner) => placed(inner, start));
  });
}

/** What `find` finds in some places of each part, at the note's offsets; known of every part where nothing of that changes. */
export function perPlaces<T extends object>(
  find: (part: Episode, places: readonly Span[]) => readonly T[],
): (episode: Episode, places: readonly Span[]) => T[] {
  const known = new WeakMap<Episode, { at: string; found: readonly T[]; start: number; placed: readonly T[] }>();
  return (episode, places) =>
    partsWithin(episode, places).flatMap(({ start, episode: part, places: here }) => {
      const at = here.map((place) => `${place.start}-${place.end}`).join();
      const before = known.get(part);
      if (before?.at === at && before.start === start) return before.placed;
      const found = before?.at === at ? before.found : find(part, here);
      const placed = moved(found, start);
      known.set(part, { at, found, start, placed });
      return placed;
    });
}

/** The parts that have no parts themselves. */
export const leavesOf = (episode: Episode): EpisodePart[] => partsWithin(episode, [span(0, Number.POSITIVE_INFINITY)]);

/** The part an offset stands in. */
export function partAt({ parts }: Episode, offset: number): EpisodePart {
  const part = parts.findLast(({ start }) => start <= offset) ?? (parts[0] as EpisodePart);
  return isWhole(part.episode) ? part : placed(partAt(part.episode, offset - part.start), part.start);
}

const placed = <T extends EpisodePart>(part: T, start: number): T => ({
  ...part,
  start: part.start + start,
  end: part.end + start,
});

/** What stands under the headings of a kind. */
export const bodiesOf = (episode: Episode, kind: keyof typeof OF_KIND): Span[] =>
  OF_KIND[kind](episode).map(({ body }) => body);

const sectionsOfKind = (kind: SectionKind): ((episode: Episode) => readonly Section[]) => {
  const find = oncePer((episode: Episode): readonly Section[] =>
    isWhole(episode) ? episode.sections.filter((section) => section.kind === kind) : sectionsOf(episode.parts, find),
  );
  return find;
};
const OF_KIND = { contents: sectionsOfKind('contents'), week: sectionsOfKind('week') };
