import { type Span, span } from '../text/span.js';
import type { Episode, EpisodePart, SectionKind } from './episode.js';

/** The parts that some places of a note reach into, with those places at the part's own offsets. */
export const partsWithin = ({ parts }: Episode, places: readonly Span[]) =>
  parts.flatMap(({ start, episode }) => {
    const end = start + episode.syntax.text.length;
    const here = places.filter((place) => place.start < end && start < place.end);
    return here.length === 0
      ? []
      : [{ start, episode, places: here.map((place) => span(place.start - start, place.end - start)) }];
  });

/** What stands under the headings of a kind. The note's sections are only put together where there are any. */
export const bodiesOf = (episode: Episode, kind: SectionKind): Span[] =>
  episode.parts.some((part) => part.episode.sections.some((section) => section.kind === kind))
    ? episode.sections.filter((section) => section.kind === kind).map(({ body }) => body)
    : [];

/** The part an offset stands in. */
export const partAt = ({ parts }: Episode, offset: number): EpisodePart =>
  parts.findLast(({ start }) => start <= offset) ?? (parts[0] as EpisodePart);
