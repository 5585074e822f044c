import { escapeRegExp } from '../text/escapeRegExp.js';
import { oncePer } from '../text/oncePer.js';
import type { Show } from './show.js';

const PLACE = '{number}';

/** `episodes/093/README.md` → 93; null for a path that is no note, or whose folder is no number. */
export function numberOfPath(show: Show, path: string): number | null {
  const match = noteRegExp(show).exec(path);
  const digits = match?.[1];
  return digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : null;
}

/** Whether a path, relative to the show's root, is a note by the show's pattern: `episodes/NNN/README.md`, never deeper. */
export const isNotePath = (show: Show, path: string): boolean => noteRegExp(show).test(path);

const noteRegExp = oncePer(
  (show: Show) => new RegExp(`^${show.notes.split(PLACE).map(escapeRegExp).join('([^/]+)')}$`),
);

/** What stands in the one folder that holds a show's notes. */
export interface NotesFolder {
  /** Where notes may be, sorted, from the show's root with `/`; whether each exists is for the reader to find out. */
  readonly candidates: readonly string[];
  /** What `{number}` stands for in each name that fits the pattern, and the names of all other folders. */
  readonly folders: readonly string[];
}

/** The folder to list: `episodes`; '' for the show's root. */
export const notesFolder = (show: Show): string => splitPattern(show).folder;

/** Reads a listing of that folder: `episodes/*`, never deeper. */
export function readNotesFolder(
  show: Show,
  entries: readonly { readonly name: string; readonly isFolder: boolean }[],
): NotesFolder {
  const { folder, before, tail, below } = splitPattern(show);
  const fits = (name: string): boolean =>
    name.length > before.length + tail.length && name.startsWith(before) && name.endsWith(tail);
  const numberPart = (name: string): string =>
    fits(name) ? name.slice(before.length, name.length - tail.length) : name;
  const names = entries.map(({ name }) => name).sort();
  return {
    candidates: names.filter(fits).map((name) => `${folder === '' ? '' : `${folder}/`}${name}${below}`),
    folders: entries.filter(({ name, isFolder }) => isFolder || fits(name)).map(({ name }) => numberPart(name)),
  };
}

/** `episodes/show-{number}.d/README.md` → `episodes`, `show-`, `.d`, `/README.md` */
function splitPattern(show: Show): { folder: string; before: string; tail: string; below: string } {
  const [head = '', ...rest] = show.notes.split(PLACE);
  const after = rest.join(PLACE);
  const slash = head.lastIndexOf('/');
  const next = after.indexOf('/');
  return {
    folder: head.slice(0, Math.max(0, slash)),
    before: head.slice(slash + 1),
    tail: next < 0 ? after : after.slice(0, next),
    below: next < 0 ? '' : after.slice(next),
  };
}
