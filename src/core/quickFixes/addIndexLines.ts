import { findIndexFaults, mendIndex } from '../archive/mendIndex.js';
import { diffSpan } from '../text/diffSpan.js';
import type { Fixer } from './quickFix.js';

export const addIndexLines: Fixer = {
  code: 'index.missing-episode',
  compute({ archive, episode }) {
    const faults = archive ? findIndexFaults(archive).filter(({ kind }) => kind === 'missing') : [];
    if (!archive || faults.length === 0) return [];
    const title = faults.length === 1 ? 'Add the line' : `Add ${faults.length} lines`;
    return [{ title, preferred: true, edits: [diffSpan(episode.syntax.text, mendIndex(archive, faults))] }];
  },
};
