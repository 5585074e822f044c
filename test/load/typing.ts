import type * as vscode from 'vscode';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import { TGIK } from '../../src/core/show/show.js';
import { Episodes } from '../../src/extension/adapters/episodes.js';
import { NoteReader } from '../../src/extension/adapters/noteReader.js';
import { OutlineRows } from '../../src/extension/features/outline/outlineRows.js';
import { noteOf } from './showOf.js';

/** A document that is typed into. */
class TypedDocument {
  version = 1;
  text: string;
  readonly getText = (): string => this.text;

  constructor(text: string) {
    this.text = text;
  }
}

/** What stays in memory after so many edits, in bytes after a collection, each `every` edits; the first is before any. */
export function heapWhileTyping(edits: number, every: number, collect: () => void): number[] {
  const episodes = new Episodes(new NoteReader(undefined, {} as vscode.LogOutputChannel));
  const rows = new OutlineRows();
  const document = new TypedDocument(noteOf(7));
  const shown = document as unknown as vscode.TextDocument;
  const heap: number[] = [];
  const measure = (): void => {
    collect();
    heap.push(process.memoryUsage().heapUsed);
  };
  const at = document.text.indexOf('## Reference Links') - 1;
  for (let count = 0; count <= edits; count += 1) {
    if (count % every === 0) measure();
    // words are typed and taken out again, so that the note itself stays as long as it is
    const typed = count % 40 < 20 ? 'a' : '';
    const before = document.text;
    document.text =
      typed === '' ? before.slice(0, at) + before.slice(at + 1) : before.slice(0, at) + typed + before.slice(at);
    document.version += 1;
    const episode = episodes.of(shown, TGIK);
    const edit = { span: { start: at, end: typed === '' ? at + 1 : at }, newText: typed };
    rows.update(episode, [[edit]], 'all', undefined);
    if (count % 10 === 0)
      computeProblems({ show: TGIK, episode, path: 'x.md', archived: null, archive: null, fileExists: () => true });
  }
  return heap;
}
