import { nearest } from '../text/nearest.js';
import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** The note of the line's own number, else the one whose path is nearest. */
export const pointToNote: Fixer = {
  code: 'index.dead-target',
  compute({ archive, index, episode, show }, problem) {
    const entry = index?.entries.find(({ targetSpan }) => targetSpan.start === problem.span.start);
    if (!archive || !entry || show.index.includes('/')) return [];
    const own = archive.episodes.find(({ number }) => number === entry.number)?.path;
    const path =
      own ??
      nearest(
        slice(episode.syntax.text, problem.span),
        archive.episodes.map((one) => one.path),
      );
    const sure = own !== undefined;
    return path === undefined || (!sure && index?.entries.some(({ target }) => target === path))
      ? []
      : [replace(`Change to ${path}`, problem, encodeURI(path), sure)];
  },
};
