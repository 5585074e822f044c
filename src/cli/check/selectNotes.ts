import { stat } from 'node:fs/promises';
import type { Episode } from '../../core/episode/episode.js';
import { parseEpisode } from '../../core/episode/parseEpisode.js';
import { isUnread, WHY_UNREAD } from '../../core/markdown/isUnread.js';
import { isNotePath } from '../../core/show/notePattern.js';
import type { LoadedShow } from '../../node/loadShow.js';
import { readText } from '../../node/readText.js';
import { type NamedPath, namePath, shownPath } from '../context.js';
import { expectNotes } from '../expectShow.js';
import { type Io, UsageError, warn } from '../io.js';

/** One note to check. */
export interface SelectedNote {
  /** As every output names it. */
  readonly file: string;
  /** From the show's root; null outside of it. */
  readonly path: string | null;
  readonly absolute: string;
  readonly episode: Episode;
  /** Whether it is UTF-8 and may be written. */
  readonly sound: boolean;
}

export interface Selection {
  /** Each once, by path. */
  readonly notes: readonly SelectedNote[];
  /** Whether some note was meant that cannot be read, or only in part. */
  readonly incomplete: boolean;
}

/** All notes of the show, or those `paths` name: notes, folders of notes, any other Markdown file. */
export async function selectNotes(show: LoadedShow, paths: readonly string[], io: Io): Promise<Selection> {
  if (paths.length === 0) expectNotes(show);
  const named = await Promise.all((paths.length === 0 ? ['.'] : paths).map((given) => namePath(show.root, given)));
  const selected = new Map<string, SelectedNote>();
  for (const path of named) {
    for (const note of await notesAt(show, path, io)) selected.set(note.absolute, note);
  }
  const notes = [...selected.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const unread = unreadNotes(show).some((note) => named.some((path) => isBelow(note, path)));
  const partly = notes.some(({ sound, episode }) => !sound || isUnread(episode.syntax));
  return { notes, incomplete: unread || partly };
}

async function notesAt(show: LoadedShow, path: NamedPath, io: Io): Promise<readonly SelectedNote[]> {
  const found = await stat(path.absolute).catch(() => undefined);
  if (!found) throw new UsageError(`There is no file or folder ${path.given}.`);
  if (!found.isDirectory()) return [await noteAt(show, path, io)];
  const notes = [...(await notesBelow(show, path)), ...(await indexBelow(show, path))];
  if (notes.length === 0 && !unreadNotes(show).some((unread) => isBelow(unread, path))) {
    throw new UsageError(`There are no notes in ${path.given}. Expected ${show.show.notes}.`);
  }
  return notes;
}

/** Notes that exist and could not be read. */
const unreadNotes = ({ show, unread }: LoadedShow): string[] => unread.filter((path) => isNotePath(show, path));

const isBelow = (note: string, { inside }: NamedPath): boolean =>
  inside !== null && (inside === '' || note.startsWith(`${inside}/`));

async function notesBelow(show: LoadedShow, folder: NamedPath): Promise<SelectedNote[]> {
  const below = show.archive.episodes.filter(({ path }) => isBelow(path, folder));
  const paths = await Promise.all(below.map(({ path }) => namePath(show.root, path)));
  return paths.flatMap((path) => known(show, path) ?? []);
}

/** The index, where it lies below `folder`: judged by rules of its own. */
async function indexBelow({ archive, root, show, unsound }: LoadedShow, folder: NamedPath): Promise<SelectedNote[]> {
  if (!archive.index || !isBelow(show.index, folder)) return [];
  const { absolute } = await namePath(root, show.index);
  const episode = parseEpisode(archive.index.text, show);
  return [{ file: show.index, path: show.index, absolute, episode, sound: !unsound.has(show.index) }];
}

function known(show: LoadedShow, path: NamedPath): SelectedNote | undefined {
  const { inside, absolute } = path;
  const { notes } = show.archive;
  if (inside === null || !notes.has(inside)) return undefined;
  return {
    file: inside,
    path: inside,
    absolute,
    // read when it is its turn
    get episode() {
      return notes.get(inside) as Episode;
    },
    sound: !show.unsound.has(inside),
  };
}

async function noteAt(show: LoadedShow, path: NamedPath, io: Io): Promise<SelectedNote> {
  const note = known(show, path);
  if (note) return note;
  const file = await readText(path.absolute);
  if (file.kind !== 'text') {
    throw new UsageError(`${path.given} cannot be read: ${file.kind === 'missing' ? 'it is gone' : file.reason}.`);
  }
  if (!file.sound) warn(io, `${path.given} is not UTF-8: it is never written.`);
  const episode = parseEpisode(file.text, show.show);
  if (isUnread(episode.syntax)) warn(io, `${path.given} is not read: ${WHY_UNREAD}.`);
  return { file: shownPath(path), path: path.inside, absolute: path.absolute, episode, sound: file.sound };
}
