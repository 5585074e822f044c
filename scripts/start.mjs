// npm start [-- <folder>]: opens VS Code with the extension on a copy of the sample show, or on the folder named.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const say = (words) => console.log(words);

/** The show to open; the samples are opened as a copy, so that trying things leaves the repository as it is. */
function showFolder() {
  const named = process.argv[2];
  if (named !== undefined) {
    const folder = path.resolve(named);
    if (fs.existsSync(folder) && fs.statSync(folder).isDirectory()) return folder;
    console.error(`There is no folder ${folder}.`);
    process.exit(2);
  }
  const copy = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-')), 'home-network-show');
  fs.cpSync(path.join(root, 'samples'), copy, { recursive: true });
  say(`The sample show is copied to ${copy}`);
  return copy;
}

const installed = () =>
  ['code', 'code-insiders', 'codium'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** A desktop VS Code from Microsoft, kept in .vscode-test/; undefined where it cannot be had. */
async function downloaded() {
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ version: 'stable', timeout: 10_000 });
  } catch (error) {
    say(`VS Code cannot be downloaded (${error.code ?? error.message}).`);
    return undefined;
  }
}

function openDesktop(executable, folder, own) {
  const data = own ? ['--user-data-dir', fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-data-'))] : [];
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', '--disable-workspace-trust', ...data, folder];
  say(`Opening ${executable} on ${folder}`);
  const child = spawn(executable, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill());
  child.on('exit', (code) => process.exit(code ?? 0));
}

/** The workbench of the tests' VS Code, for any browser on this machine. */
async function openInBrowser(folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error('No VS Code was found. Install it, put `code` on the PATH, and try again.');
    process.exit(1);
  }
  say('Preparing VS Code for the browser (the first time takes half a minute) …');
  execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const { startServer } = await import('../test/host/server.mjs');
  let stop = async () => {};
  const server = await startServer('latest', {
    vsix: [path.join(root, 'dist/tgik.vsix')],
    onStart: (end) => (stop = end),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      say('\nStopping …');

      await stop();
      process.exit(0);
    });
  }
  say(
    `\nVS Code ${server.host.version} with TGIK Episodes is open at\n\n  http://localhost:${server.port}/?folder=${encodeURIComponent(folder)}\n\nOpen this address in a browser on this machine. Ctrl-C stops it.`,
  );
}

if (!fs.existsSync(path.join(root, 'dist/extension.js')))
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
const folder = showFolder();
const own = hasDisplay() ? installed() : undefined;
if (own) openDesktop(own, folder, false);
else {
  const fetched = hasDisplay() ? await downloaded() : undefined;
  if (fetched) openDesktop(fetched, folder, true);
  else await openInBrowser(folder);
}
