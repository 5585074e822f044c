import { joinParts } from '../markdown/parts.js';
import { joinReadings, type PlacedReading } from './joinReadings.js';
import type { Reading } from './readPart.js';

/** Parts in a group: what is asked of all parts of a long note is asked of its groups, and of the edited one's parts. */
const SIZE = 16;

interface Group {
  readonly parts: readonly PlacedReading[];
  readonly reading: Reading;
}

/** By its first part. */
const known = new WeakMap<Reading, Group>();

/** The parts of a long note in groups, many groups again in groups; the same objects while their parts are. */
export function groupReadings(parts: readonly PlacedReading[]): readonly PlacedReading[] {
  if (parts.length < 2 * SIZE) return parts;
  const groups: PlacedReading[] = [];
  for (let at = 0; at < parts.length; at += SIZE) {
    const here = parts.slice(at, at + SIZE);
    const { start, reading } = here[0] as PlacedReading;
    const before = known.get(reading);
    const same =
      before?.parts.length === here.length && here.every((part, i) => part.reading === before.parts[i]?.reading);
    const group = same ? before : groupOf(here, start);
    if (!same) known.set(reading, group);
    groups.push({ start, reading: group.reading });
  }
  return groupReadings(groups);
}

function groupOf(parts: readonly PlacedReading[], from: number): Group {
  const own = parts.map(({ start, reading }) => ({ start: start - from, reading }));
  const notes = own.map(({ start, reading }) => ({ start, note: reading.episode.syntax }));
  const last = own.at(-1) as PlacedReading;
  // of a group of groups the text is long, and hardly ever asked for
  const length = last.start + (last.reading.episode.parts.at(-1)?.end ?? 0);
  const reading = own.length === 1 ? last.reading : joinReadings(joinParts(notes), own, length);
  return { parts, reading };
}
