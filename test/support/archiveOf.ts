import type { ArchiveWithNotes } from '../../src/core/archive/archive.js';
import { buildArchive } from '../../src/core/archive/buildArchive.js';
import { notePath, type Show, TGIK } from '../../src/core/show/show.js';

/** A show in memory: number → note. */
export function archiveOf(
  notes: Readonly<Record<number, string>>,
  { show = TGIK, index = null, template = null }: { show?: Show; index?: string | null; template?: string | null } = {},
): ArchiveWithNotes {
  const entries = Object.entries(notes).map(([number, text]) => [notePath(show, Number(number)), text] as const);
  return buildArchive(show, { notes: new Map(entries), folders: [], index, template });
}
