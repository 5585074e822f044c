// The same suites in desktop VS Code, through @vscode/test-electron: for a machine with a display that may download it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { SETTINGS } from './server.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const oldest = engines.vscode.replace(/^\D*/, '');

for (const version of (process.env.VSCODE_VERSIONS || `${oldest},stable`).split(',')) {
  const vscodeExecutablePath = process.env.VSCODE_PATH || (await downloadAndUnzipVSCode(version));
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'vse-')); // short: the socket path inside has a limit
  const show = path.join(temporary, 'show');
  const userData = path.join(temporary, 'ud');
  fs.cpSync(path.join(root, 'samples'), show, { recursive: true });
  fs.mkdirSync(path.join(userData, 'User'), { recursive: true });
  fs.writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify(SETTINGS));
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'dist/test/node/runNode.js'),
      launchArgs: [
        show,
        ...['--user-data-dir', userData, '--extensions-dir', path.join(temporary, 'ext')],
        ...[
          '--disable-workspace-trust',
          '--skip-welcome',
          '--skip-release-notes',
          '--disable-updates',
          '--disable-telemetry',
          '--disable-gpu',
        ],
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}
