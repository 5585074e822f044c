import { moved } from '../markdown/shift.js';
import type { NoteSyntax } from '../markdown/syntax.js';
import { buildOutline, type PlacedRun } from '../outline/buildOutline.js';
import { lazily } from '../text/lazily.js';
import type { Episode } from './episode.js';
import { parseSections } from './parseSections.js';
import { bodiesOf, partsWithin } from './partsWithin.js';
import { chaptersWithin, type Reading } from './readPart.js';

interface PlacedReading {
  readonly start: number;
  readonly reading: Reading;
}

/** The episode that consists of these parts; the first one holds title and header. Nothing is put together before it is asked for. */
export function joinReadings(syntax: NoteSyntax, readings: readonly PlacedReading[]): Episode {
  const parts = readings.map(({ start, reading: { episode } }) => ({ start, episode }));
  const head = (readings[0] as PlacedReading).reading.episode;
  const joined: Episode = lazily<Episode>({
    syntax: () => syntax,
    title: () => head.title,
    hosts: () => head.hosts,
    date: () => head.date,
    video: () => head.video,
    sections: () => {
      const headings = parts.flatMap(({ start, episode }) =>
        episode.sections.map(({ kind, heading }) => ({ kind, heading: moved(heading, start) })),
      );
      return parseSections(headings, head.title?.heading ?? null, syntax.text.length);
    },
    chapters: () => {
      const contents = bodiesOf(joined, 'contents');
      if (contents.length === 0) return head.chapters;
      return partsWithin(joined, contents).flatMap(({ start, episode, places }) =>
        moved(chaptersWithin(episode, places), start),
      );
    },
    outline: () => buildOutline(placedRuns(readings), syntax.text.length),
    progress: () => {
      let [done, total] = [0, 0];
      for (const { episode } of parts) {
        done += episode.progress.done;
        total += episode.progress.total;
      }
      return { done, total };
    },
    links: () => parts.flatMap(({ start, episode }) => moved(episode.links, start)),
    header: () => head.header,
    parts: () => parts,
  });
  return joined;
}

function placedRuns(readings: readonly PlacedReading[]): PlacedRun[] {
  const placed: PlacedRun[] = [];
  let line = 0;
  for (const { start, reading } of readings) {
    for (const run of reading.runs) placed.push({ run, start, line });
    line += reading.lines;
  }
  return placed;
}
