import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const KILOBYTE = 1024;

suite('the package', () => {
  test('holds what the extension needs, and nothing else', () => {
    const files = execFileSync('npx', ['vsce', 'ls', '--no-dependencies'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, npm_config_ignore_scripts: 'true' },
    })
      .split('\n')
      .filter((line) => /^[\w./-]+\.[\w-]+$|^LICENSE$/.test(line));
    assert.deepEqual(
      files.sort(),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'package.json',
        'package.nls.de.json',
        'package.nls.json',
        'dist/extension.js',
        'dist/links.cjs',
        'dist/noteWorker.cjs',
        'dist/web/extension.js',
        'dist/web/noteWorker.js',
        'media/icon.png',
        'media/tgik.svg',
        ...['docs/rules', 'l10n', 'schemas', 'snippets', 'syntaxes'].flatMap((folder) =>
          fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
        ),
      ].sort(),
    );
  });
  test('is small', () => {
    assert.ok(fs.statSync(path.join(root, 'dist/tgik.vsix')).size < 500 * KILOBYTE);
    for (const bundle of ['dist/extension.js', 'dist/web/extension.js']) {
      const { size } = fs.statSync(path.join(root, bundle));
      assert.ok(size <= 350 * KILOBYTE, `${bundle} is ${size} bytes`);
    }
  });
});
