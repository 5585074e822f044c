import { parseMarkdown } from '../markdown/parseMarkdown.js';
import type { NoteSyntax } from '../markdown/syntax.js';
import { type Show, TGIK } from '../show/show.js';
import type { Steps } from '../text/steps.js';
import type { Episode } from './episode.js';
import { groupReadings } from './groupReadings.js';
import { headParts } from './headParts.js';
import { joinReadings } from './joinReadings.js';
import { readersOf } from './readPart.js';

/** Reads one note. Never throws: what is missing is null or empty. */
export const parseEpisode = (text: string, show: Show = TGIK): Episode => readEpisode(parseMarkdown(text), show);

/** The same from a syntax already at hand: of a note in parts, only those that are new are read. */
export function readEpisode(syntax: NoteSyntax, show: Show): Episode {
  const { head, body } = readersOf(show);
  const parts = headParts(syntax);
  if (parts.length < 2) return head(syntax).episode;
  const readings = parts.map(({ start, note }) => ({ start, reading: start === 0 ? head(note) : body(note) }));
  return joinReadings(syntax, groupReadings(readings), syntax.text.length).episode;
}

/** The same, with pauses in each part. */
export function* readEpisodeInSteps(syntax: NoteSyntax, show: Show): Steps<Episode> {
  const { head, body } = readersOf(show);
  for (const { start, note } of headParts(syntax)) {
    const reading = start === 0 ? head(note) : body(note);
    const { episode } = reading;
    for (const read of [
      () => episode.links,
      () => [reading.runs, reading.lines],
      () => [episode.sections, episode.progress],
    ]) {
      read();
      yield;
    }
  }
  return readEpisode(syntax, show);
}
