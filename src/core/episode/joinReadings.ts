import { moved } from '../markdown/shift.js';
import type { NoteSyntax } from '../markdown/syntax.js';
import { buildOutline } from '../outline/buildOutline.js';
import type { PlacedRun } from '../outline/placed.js';
import { longItems } from '../outline/placeRuns.js';
import { sumOf } from '../outline/progress.js';
import { lazily } from '../text/lazily.js';
import type { Episode } from './episode.js';
import { sectionsOf } from './parseSections.js';
import { bodiesOf, perPlaces } from './perPart.js';
import { chaptersWithin, type Reading } from './readPart.js';

export interface PlacedReading {
  readonly start: number;
  readonly reading: Reading;
}

/** What consists of these parts; the first one may hold title and header. Nothing is put together before it is asked for. */
export function joinReadings(syntax: NoteSyntax, readings: readonly PlacedReading[], length: number): Reading {
  const parts = readings.map(({ start, reading: { episode } }, at) => {
    return { start, end: readings[at + 1]?.start ?? length, episode };
  });
  const head = (readings[0] as PlacedReading).reading.episode;
  const whole = lazily<Omit<Reading, 'episode'>>({
    runs: () => placedRuns(readings),
    lines: () => readings.reduce((sum, { reading }) => sum + reading.lines, 0),
  });
  const episode: Episode = lazily<Episode>({
    syntax: () => syntax,
    title: () => head.title,
    hosts: () => head.hosts,
    date: () => head.date,
    video: () => head.video,
    sections: () => sectionsOf(parts),
    chapters: () => {
      const contents = bodiesOf(episode, 'contents');
      if (contents.length === 0) return head.chapters;
      return chaptersIn(episode, contents);
    },
    outline: () => buildOutline(whole.runs, length),
    longItems: () => longItems(whole.runs),
    progress: () => sumOf(parts.map(({ episode: part }) => part.progress)),
    links: () => parts.flatMap(({ start, episode: part }) => moved(part.links, start)),
    header: () => head.header,
    parts: () => parts,
  });
  return Object.assign(whole, { episode });
}

const chaptersIn = perPlaces(chaptersWithin);

function placedRuns(readings: readonly PlacedReading[]): PlacedRun[] {
  const placed: PlacedRun[] = [];
  let above = 0;
  for (const { start, reading } of readings) {
    for (const one of reading.runs) placed.push({ run: one.run, start: start + one.start, line: above + one.line });
    above += reading.lines;
  }
  return placed;
}
