import { mendIndex, misplaced } from '../archive/mendIndex.js';
import { diffSpan } from '../text/diffSpan.js';
import type { Fixer } from './quickFix.js';

export const orderIndexLine: Fixer = {
  code: 'index.order',
  compute({ archive, index, episode }, problem) {
    const entry = index && misplaced(index).find(({ line }) => line.start === problem.span.start);
    if (!archive || !entry || entry.number === null) return [];
    const { number, title } = entry;
    const after = mendIndex(archive, [{ kind: 'order', number, title }]);
    if (after === episode.syntax.text) return [];
    return [{ title: 'Move the line to its place', preferred: true, edits: [diffSpan(episode.syntax.text, after)] }];
  },
};
