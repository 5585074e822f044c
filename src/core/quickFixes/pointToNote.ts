import type { EpisodeIndex } from '../archive/episodeIndex.js';
import { episodeOf } from '../archive/lookUp.js';
import { nearest } from '../text/nearest.js';
import { oncePer } from '../text/oncePer.js';
import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** The note of the line's number; where it has none, the one whose path is nearest of those the index does not name. */
export const pointToNote: Fixer = {
  code: 'index.dead-target',
  compute({ archive, index, episode, show }, problem) {
    if (!archive || !index || show.index.includes('/')) return [];
    const { at, named } = targetsOf(index);
    const entry = at.get(problem.span.start);
    if (!entry) return [];
    const unnamed = (): string[] => archive.episodes.flatMap(({ path }) => (named.has(path) ? [] : [path]));
    const path =
      entry.number === null
        ? nearest(slice(episode.syntax.text, problem.span), unnamed())
        : episodeOf(archive, entry.number)?.path;
    return path === undefined ? [] : [replace(`Change to ${path}`, problem, encodeURI(path), entry.number !== null)];
  },
};

const targetsOf = oncePer(({ entries }: EpisodeIndex) => ({
  at: new Map(entries.map((entry) => [entry.targetSpan.start, entry])),
  named: new Set(entries.map(({ target }) => target)),
}));
