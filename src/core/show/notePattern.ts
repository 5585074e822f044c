import type { Show } from './show.js';

const PLACE = '{number}';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `episodes/093/README.md` → 93; null for a path that is no note, or whose folder is no number. */
export function numberOfPath(show: Show, path: string): number | null {
  const match = noteRegExp(show).exec(path);
  const digits = match?.[1];
  return digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : null;
}

/** Whether a path, relative to the show's root, is a note by the show's pattern: `episodes/NNN/README.md`, never deeper. */
export const isNotePath = (show: Show, path: string): boolean => noteRegExp(show).test(path);

const noteRegExp = (show: Show): RegExp => new RegExp(`^${show.notes.split(PLACE).map(escaped).join('([^/]+)')}$`);

/** `episodes/{number}/README.md` → the folder to list and what follows in each entry. */
export function splitPattern(show: Show): { readonly folder: string; readonly before: string; readonly after: string } {
  const [head = '', ...rest] = show.notes.split(PLACE);
  const slash = head.lastIndexOf('/');
  return { folder: head.slice(0, Math.max(0, slash)), before: head.slice(slash + 1), after: rest.join(PLACE) };
}
