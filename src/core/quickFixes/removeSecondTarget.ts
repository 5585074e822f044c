import { type Fixer, replace } from './quickFix.js';

export const removeSecondTarget: Fixer = {
  code: 'link.doubled-target',
  compute: (_, problem) => [replace('Remove the second target', problem, '', false)],
};
