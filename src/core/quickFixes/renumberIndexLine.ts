import { targetNumber } from '../archive/mendIndex.js';
import { formatNumber } from '../show/show.js';
import { type Fixer, replace } from './quickFix.js';

export const renumberIndexLine: Fixer = {
  code: 'index.number-differs',
  compute({ archive, index, show }, problem) {
    const entry = index?.entries.find(({ numberSpan }) => numberSpan?.start === problem.span.start);
    const number = archive && entry ? targetNumber(archive, entry.target) : null;
    const taken = index?.entries.some((one) => one !== entry && one.number === number);
    return number === null || taken
      ? []
      : [replace(`Change to ${formatNumber(show, number)}`, problem, formatNumber(show, number), false)];
  },
};
