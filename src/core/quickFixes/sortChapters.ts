import { lineEnd, lineStart } from '../text/lines.js';
import { slice, span } from '../text/span.js';
import type { Fixer } from './quickFix.js';

/** The chapters' lines in the order of their times; lines of the same time keep theirs. */
export const sortChapters: Fixer = {
  code: 'chapter.order',
  compute({ episode: { syntax, chapters } }) {
    const { text } = syntax;
    const lines = chapters.map(({ seconds, time }) => ({
      seconds,
      span: span(lineStart(text, time.start), lineEnd(text, time.start)),
    }));
    const times = lines.map(({ seconds }) => seconds);
    // a time that is there twice, or a second zero, is wrong itself: no order mends it
    if (times.includes(null) || new Set(times).size < times.length) return [];
    const own = new Set(lines.map(({ span: { start } }) => start));
    if (own.size < lines.length) return [];
    const sorted = [...lines].sort((a, b) => (a.seconds ?? 0) - (b.seconds ?? 0));
    const edits = lines.flatMap(({ span: at }, index) => {
      const newText = slice(text, sorted[index]?.span ?? at);
      return newText === slice(text, at) ? [] : [{ span: at, newText }];
    });
    return edits.length === 0 ? [] : [{ title: 'Sort the chapters', preferred: true, byHand: true, edits }];
  },
};
