import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.js';

/** A Tuesday in California and in Europe. */
export const TUESDAY = Date.UTC(2024, 2, 5, 18);

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `tgik` in this process. */
export async function tgik(cwd: string, ...argv: readonly string[]): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    cwd,
    stdout: {
      write: (text) => {
        out += text;
      },
    },
    stderr: {
      write: (text) => {
        err += text;
      },
    },
    now: () => TUESDAY,
  });
  return { code, out, err };
}

type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];

/** A temporary folder with some files; `removeFolders` removes all of them. */
export async function folderWith(files: Files): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tgik-cli-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

export async function removeFolders(): Promise<void> {
  for (const root of made.splice(0)) await rm(root, { recursive: true, force: true });
}

export const textOf = (root: string, path: string): Promise<string> => readFile(join(root, path), 'utf8');

/** Every file below a folder, sorted. */
export async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

export const path = (number: number): string => `episodes/${String(number).padStart(3, '0')}/README.md`;

/** A note of ours: header, embed, outline, reference links. */
export const note = (number: number, title: string, outline = '', date = '2024-03-01'): string => `# Episode ${String(
  number,
).padStart(3, '0')} : ${title}

- Hosted by @ada
- Recording date: ${date}

<a href="https://www.youtube.com/watch?v=${videoId(number)}
" target="_blank"><img src="http://img.youtube.com/vi/${videoId(number)}/hqdefault.jpg" width="480" height="360" border="10" /></a>

## Table of Contents

- 00:00:00 - Welcome

## Week in Review

## Show Notes
${outline}
## Reference Links

- [The manual](https://example.com/manual)
`;

export const videoId = (number: number): string => `video00${String(number).padStart(4, '0')}`;

const HARBOUR = `
- Topics:
    - [x] Cranes
        - [x] hooks
    - [ ] Quays 😀
        - [x] stone
        - [ ] **timber**
    - [ ] Boats
`;

/** Two episodes of a series, one of another topic between them, an index. */
export const HARBOUR_SHOW: Files = {
  [path(1)]: note(1, 'Harbour Tour : Cranes', '\n- Topics:\n    - [x] Cranes\n    - [ ] Quays\n', '2024-02-16'),
  [path(2)]: note(2, 'A day of fog', '', '2024-02-23'),
  [path(3)]: note(3, 'Harbour Tour : Quays', HARBOUR, '2024-03-01'),
  'playlist.md': `# Playlist

- [003: Harbour Tour: Quays](episodes/003/README.md)
- [002: A day of fog](episodes/002/README.md)
- [001: Harbour Tour: Cranes](episodes/001/README.md)
`,
};
