import { slice } from '../text/span.js';
import type { Fixer } from './quickFix.js';

/** `[]` and `[ x ]text` become `[ ] ` and `[x] text`; what a letter meant is the author's to say. */
export const mendBox: Fixer = {
  code: 'outline.broken-box',
  compute({ episode: { syntax } }, problem) {
    const written = slice(syntax.text, problem.span);
    const inside = written.slice(1, -1).trim();
    if (/[A-Za-z]/.test(inside) && !/^[xX]$/.test(inside)) return [];
    const box = inside === '' ? '[ ]' : '[x]';
    const next = syntax.text[problem.span.end] ?? '\n';
    const newText = box + (/\s/.test(next) ? '' : ' ');
    return [
      { title: `Make it a task: ${box}`, preferred: true, byHand: true, edits: [{ span: problem.span, newText }] },
    ];
  },
};
