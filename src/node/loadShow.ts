import { join } from 'node:path';
import type { Archive, ArchiveWithNotes } from '../core/archive/archive.js';
import { assembleArchive, type SummarizedFiles } from '../core/archive/buildArchive.js';
import { type NoteSummary, summarizeNote } from '../core/archive/noteSummary.js';
import { parseIndex } from '../core/archive/parseIndex.js';
import type { Episode } from '../core/episode/episode.js';
import { isUnread, WHY_UNREAD } from '../core/markdown/isUnread.js';
import { quickMarkdown } from '../core/markdown/quick/quickMarkdown.js';
import { LONGEST } from '../core/markdown/readable.js';
import type { NoteSyntax } from '../core/markdown/syntax.js';
import { chooseTemplate, templatePaths } from '../core/newEpisode/ownTemplate.js';
import type { NotesFolder } from '../core/show/notePattern.js';
import type { Show } from '../core/show/show.js';
import { mapBounded } from '../core/text/mapBounded.js';
import { LazyNotes } from './lazyNotes.js';
import { listNotes } from './listNotes.js';
import { readShow, type ShowSettings } from './readShow.js';
import { OUTSIDE, readTextInside } from './readText.js';

/** Files read at once. */
const AT_ONCE = 16;

/** A show as it is on the disk. */
export interface LoadedShow extends ShowSettings {
  readonly archive: ArchiveWithNotes;
  /** What the archive was made of, so that it can be made again with one note changed. */
  readonly files: SummarizedFiles;
  /** Whether anything of a show is there: settings, the notes' folder or the index. */
  readonly found: boolean;
  /** Files that are not UTF-8: read as far as possible, never to be written. */
  readonly unsound: ReadonlySet<string>;
  /** Files that exist and could not be read. */
  readonly unread: readonly string[];
  /** Those of them the disk did not give. */
  readonly failed: readonly string[];
}

/** Is told of each note once it is read, while others still are. */
export type OnNote = (note: Episode) => void;

/** Reads a show: its settings, notes, index and template. `root` is absolute. */
export async function loadShow(root: string, onNote?: OnNote): Promise<LoadedShow> {
  const settings = await readShow(root);
  const reader = new Reader(root);
  const listed = await listNotes(root, settings.show);
  const notes = new LazyNotes(settings.show);
  const files = await readFiles(reader, notes, settings.show, listed, onNote);
  return {
    ...settings,
    archive: { ...assembleArchive(settings.show, files), notes },
    files,
    found: settings.configured || listed.exists || files.index !== null,
    unsound: reader.unsound,
    unread: reader.unread,
    failed: reader.failed,
    warnings: [...settings.warnings, ...reader.warnings],
  };
}

/** The same show with one note, or the index, as it would be. */
export const archiveWith = ({ show, files }: LoadedShow, path: string, episode: Episode): Archive =>
  assembleArchive(
    show,
    path === show.index
      ? { ...files, index: parseIndex(episode.syntax.text, quickMarkdown) }
      : { ...files, notes: new Map(files.notes).set(path, summarizeNote(episode)) },
  );

async function readFiles(
  reader: Reader,
  notes: LazyNotes,
  show: Show,
  { candidates, folders }: NotesFolder,
  onNote?: OnNote,
): Promise<SummarizedFiles> {
  const texts = await mapBounded(candidates, AT_ONCE, (path) => reader.read(path));
  const summaries = new Map<string, NoteSummary>();
  for (const [at, path] of candidates.entries()) {
    const text = texts[at];
    if (text === null || text === undefined) continue;
    const note = notes.add(path, text);
    summaries.set(path, summarizeNote(note));
    reader.tellUnread(path, note.syntax);
    if (!onNote) continue;
    onNote(note);
    await new Promise(setImmediate); // time for what it started
  }
  const index = show.index === '' ? null : await reader.read(show.index);
  if (index !== null && index.length > LONGEST) reader.tellUnread(show.index, { text: index, blocks: [] });
  const read = index === null ? null : parseIndex(index, quickMarkdown);
  return { notes: summaries, folders, index: read, template: await readTemplate(reader, show) };
}

/** The setting's, else the repository's own. A setting that names none leads to a word about it. */
async function readTemplate(reader: Reader, show: Show): Promise<string | null> {
  const before = reader.warnings.length;
  const texts: (string | null)[] = [];
  for (const path of templatePaths(show)) {
    const text = await reader.read(path);
    texts.push(reader.unsound.has(path) ? null : text);
  }
  if (show.template !== '' && texts[0] === null && reader.warnings.length === before)
    reader.warnings.push(`The template ${show.template} is missing.`);
  return chooseTemplate(show, texts);
}

/** Reads files of one show and remembers what was wrong with them. */
class Reader {
  readonly #root: string;
  readonly warnings: string[] = [];
  readonly unsound = new Set<string>();
  readonly unread: string[] = [];
  readonly failed: string[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** `path` is relative to the root, with `/`; null where there is no text to be had. */
  async read(path: string): Promise<string | null> {
    const result = await readTextInside(this.#root, join(this.#root, path));
    if (result.kind === 'missing') return null;
    if (result.kind === 'unreadable') {
      this.warnings.push(`${path} cannot be read: ${result.reason}.`);
      this.unread.push(path);
      if (result.reason !== OUTSIDE) this.failed.push(path);
      return null;
    }
    if (!result.sound) {
      this.warnings.push(`${path} is not UTF-8: it is never written.`);
      this.unsound.add(path);
    }
    return result.text;
  }

  /** A note that is too long or too deep counts as one that could not be read. */
  tellUnread(path: string, syntax: NoteSyntax): void {
    if (!isUnread(syntax)) return;
    this.warnings.push(`${path} is not read: ${WHY_UNREAD}.`);
    this.unread.push(path);
  }
}
