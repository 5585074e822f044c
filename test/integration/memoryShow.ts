import * as vscode from 'vscode';
import { MemoryFs } from './memoryFs.js';

/** The show behind `memshow:`, the second folder of the workspace. */

export const NOTE = 'episodes/002/README.md';
export const TEXT = `# Episode 002 : Testing : two

- Hosted by @ada
- Recording date: 2019-10-18

<a href="https://www.youtube.com/watch?v=VIDEO_ID
" target="_blank"><img src="http://img.youtube.com/vi/VIDEO_ID/hqdefault.jpg" width="480" height="360" border="10" /></a>

## Week in Review

## Show Notes

- [ ] alpha
- [ ] beta
- [x] gamma tgik.io/001
`;

export const SHOW: Readonly<Record<string, string>> = {
  'episodes/001/README.md':
    '# Episode 001 : Testing : one\n\n- Hosted by @ada\n- Recording date: 2019-10-11\n\n## Show Notes\n\n- [x] gamma\n',
  [NOTE]: TEXT,
  'playlist.md':
    '# Playlist\n\n- [002: Testing : two](episodes/002/README.md)\n- [001: Testing : one](episodes/001/README.md)\n',
};

/** Each suite is a bundle of its own: the first one registers. */
const shared = globalThis as { tgikMemory?: MemoryFs };
shared.tgikMemory ??= registered();
export const memory = shared.tgikMemory;

function registered(): MemoryFs {
  const made = new MemoryFs();
  vscode.workspace.registerFileSystemProvider('memshow', made, { isCaseSensitive: true });
  return made;
}

export const showUri = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'memshow', path: `/show/${path}` });
export const textOf = (path: string): string | undefined => memory.text(`/show/${path}`);

/** The show as it is above, and nothing else. */
export async function resetMemory(): Promise<void> {
  memory.fault = { ending: '', kind: 'none' };
  memory.beforeWrite = undefined;
  memory.unlink();
  for (const path of Object.keys(memory.all()).filter((one) => one.startsWith('/show/')))
    if (path in memory.all()) memory.delete(vscode.Uri.from({ scheme: 'memshow', path }), { recursive: true });
  for (const [path, text] of Object.entries(SHOW)) memory.put(`/show/${path}`, text);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
