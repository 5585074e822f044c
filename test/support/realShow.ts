import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { buildArchive } from '../../src/core/archive/buildArchive.js';
import type { Facts } from '../../src/core/diagnostics/rule.js';
import { TGIK } from '../../src/core/show/show.js';

/** Reads a folder with `episodes/NNN/README.md` and gives what rules may know of each note, oldest first. */
export function readArchive(root: string): Facts[] {
  const inRoot = (file: string): string => path.join(root, file);
  const folders = fs
    .readdirSync(inRoot('episodes'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const files = folders.map((name) => `episodes/${name}/README.md`).filter((file) => fs.existsSync(inRoot(file)));
  const notes = new Map(files.map((file) => [file, fs.readFileSync(inRoot(file), 'utf8')]));
  const index = fs.existsSync(inRoot(TGIK.index)) ? fs.readFileSync(inRoot(TGIK.index), 'utf8') : null;
  const archive = buildArchive(TGIK, { notes, folders, index, template: null });
  return [...archive.episodes].reverse().map((archived) => ({
    show: TGIK,
    episode: archive.notes.get(archived.path) ?? assert.fail(),
    path: archived.path,
    archived,
    archive,
    fileExists: (file) => fs.existsSync(inRoot(file)),
  }));
}
