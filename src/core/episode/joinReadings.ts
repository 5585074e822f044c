import { moved } from '../markdown/shift.js';
import type { NoteSyntax } from '../markdown/syntax.js';
import { buildOutline, type PlacedRun } from '../outline/buildOutline.js';
import { lazily } from '../text/lazily.js';
import { span } from '../text/span.js';
import type { Chapter, Episode, Section } from './episode.js';
import { parseSections } from './parseSections.js';
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
    chapters: () =>
      parts.some(({ episode }) => episode.sections.some(isContents)) ? chaptersOf(joined) : head.chapters,
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

const isContents = ({ kind }: Section): boolean => kind === 'contents';

function placedRuns(readings: readonly PlacedReading[]): PlacedRun[] {
  const placed: PlacedRun[] = [];
  let line = 0;
  for (const { start, reading } of readings) {
    for (const run of reading.runs) placed.push({ run, start, line });
    line += reading.lines;
  }
  return placed;
}

function chaptersOf({ sections, parts }: Episode): Chapter[] {
  const contents = sections.filter(isContents);
  return parts.flatMap(({ start, episode }) => {
    const end = start + episode.syntax.text.length;
    const here = contents.filter(({ body }) => body.start < end && start < body.end);
    const places = here.map(({ body }) => span(body.start - start, body.end - start));
    return places.length > 0 ? moved(chaptersWithin(episode, places), start) : [];
  });
}
