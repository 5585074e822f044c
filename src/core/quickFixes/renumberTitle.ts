import { numberOfPath } from '../show/notePattern.js';
import { formatNumber } from '../show/show.js';
import { type Fixer, replace } from './quickFix.js';

/** The folder is the episode's number. */
export const renumberTitle: Fixer = {
  code: 'episode.number-differs',
  compute({ show, path }, problem) {
    const number = path === null ? null : numberOfPath(show, path);
    return number === null
      ? []
      : [replace(`Change the number to ${formatNumber(show, number)}`, problem, formatNumber(show, number))];
  },
};
