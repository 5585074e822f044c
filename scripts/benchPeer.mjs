import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Installs the benchmarks' peer into a folder of its own; gives that folder. */
export function installPeer() {
  const folder = path.join(os.tmpdir(), 'tgik-bench');
  fs.mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'peer.mjs'])
    fs.copyFileSync(path.join('test/bench', file), path.join(folder, file));
  if (fs.existsSync(path.join(folder, 'node_modules/vscode-markdown-languageservice'))) return folder;
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  return folder;
}
