import { diffSpan } from './diffSpan.js';

/** The word that differs least from `asked`, by letters added, left out or changed; undefined where none is near. */
export function nearest(asked: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(asked.length / 4)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - asked.length) >= least) continue;
    const distance = editDistance(asked, word);
    if (distance >= least) continue;
    best = word;
    least = distance;
  }
  return best;
}

/** https://en.wikipedia.org/wiki/Levenshtein_distance, one row at a time, of what differs. */
function editDistance(one: string, other: string): number {
  const { span, newText: b } = diffSpan(one, other);
  const a = one.slice(span.start, span.end);
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
