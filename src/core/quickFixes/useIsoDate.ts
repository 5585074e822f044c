import { type Fixer, replace } from './quickFix.js';

export const useIsoDate: Fixer = {
  code: 'episode.date-form',
  compute({ episode: { date } }, problem) {
    const iso = date?.span.start === problem.span.start ? date.iso : null;
    return iso === null ? [] : [replace(`Change to ${iso}`, problem, iso)];
  },
};
