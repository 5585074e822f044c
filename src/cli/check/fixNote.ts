import { safeFix } from '../../core/diagnostics/safeFixes.js';
import { parseEpisode } from '../../core/episode/parseEpisode.js';
import { applyEdits } from '../../core/text/span.js';
import type { Checker, JudgedNote } from './checkNote.js';
import type { SelectedNote } from './selectNotes.js';

/** More fixes than any note needs: fixes that feed each other end here. */
const MOST = 500;

/** A note with every preferred fix applied that does not change what it says. */
export interface FixedNote {
  readonly text: string;
  readonly count: number;
  /** What remains. */
  readonly judged: JudgedNote;
}

/** Applies one safe fix after the other, each computed from the text the last one left. */
export async function fixNote(checker: Checker, note: SelectedNote): Promise<FixedNote> {
  let text = note.episode.syntax.text;
  let judged = await checker.judge(note);
  const seen = new Set([text]);
  for (let count = 0; ; count += 1) {
    const next = count < MOST ? nextText(judged, text, seen) : undefined;
    if (next === undefined) return { text, count, judged };
    text = next;
    seen.add(text);
    judged = await checker.judge(note, parseEpisode(text, judged.facts.show));
  }
}

/** The text after the first safe fix that leads to one not seen before. */
function nextText({ facts, problems }: JudgedNote, text: string, seen: ReadonlySet<string>): string | undefined {
  for (const problem of problems) {
    const fix = safeFix(facts, problem);
    if (!fix) continue;
    const fixed = applyEdits(text, fix.edits);
    if (!seen.has(fixed)) return fixed;
  }
  return undefined;
}
