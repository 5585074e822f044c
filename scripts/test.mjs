// npm test: lint, types, unit, grammar, command line and link tests, the package, then the extension in real VS Codes.
// npm test -- unit package …: only the stages named. The last line is `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
process.chdir(root);

const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
const APT = ['chromium', 'git', 'util-linux'];

let passed = 0;
let failed = 0;

/** Runs a command, its output shown as it comes; gives its exit code and what it printed. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A stage that is right or wrong as a whole. */
async function whole(command, args) {
  const { code } = await run(command, args);
  if (code === 0) passed += 1;
  else failed += 1;
}

/** A stage that counts its own tests. */
async function counted(command, args, pattern) {
  const { code, output } = await run(command, args);
  const last = (words) => Number([...output.matchAll(words)].at(-1)?.[1] ?? 0);
  const [good, bad] = [last(pattern.passed), last(pattern.failed)];
  passed += good;
  failed += bad;
  if (bad > 0 || (code === 0 && good > 0)) return;
  failed += 1;
  console.log(code === 0 ? 'This stage ran no test.' : `This stage ended with exit code ${code}.`);
}

const MOCHA = { passed: /^\s*(\d+) passing/gm, failed: /^\s*(\d+) failing/gm };
const HOST = { passed: /^(\d+) passed, \d+ failed$/gm, failed: /^\d+ passed, (\d+) failed$/gm };
const mocha = (...globs) => counted('npx', ['mocha', ...globs], MOCHA);

/** Debian's Chromium, installed where this may install. */
function chromium() {
  if (fs.existsSync(CHROMIUM)) return true;
  const can = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (can) {
    console.log(`Installing ${APT.join(', ')} from Debian …`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...APT], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (fs.existsSync(CHROMIUM)) return true;
  console.log(
    `Chromium is missing: install it (apt-get install ${APT.join(' ')}), or name yours in CHROMIUM=/path/to/chromium.`,
  );
  return false;
}

async function inVSCode(kinds) {
  if (!chromium()) {
    failed += 1;
    return;
  }
  await whole('node', ['esbuild.mjs', '--tests']);
  await counted('node', ['test/host/run.mjs', '--only', kinds], HOST);
}

const stages = {
  lint: () => whole('npx', ['biome', 'check', '--error-on-warnings']),
  types: async () => {
    await whole('npx', ['tsc', '-p', '.']);
    await whole('npx', ['tsc', '-p', 'src/core']);
  },
  unit: () => mocha('test/unit/**/*.test.ts'),
  grammar: () => mocha('test/grammar/**/*.test.ts'),
  cli: () => mocha('test/cli/**/*.test.ts'),
  links: () => mocha('test/links/**/*.test.ts'),
  package: async () => {
    await whole('npm', ['run', '--silent', 'package']);
    await mocha('test/package/**/*.test.ts');
  },
  integration: () => inVSCode('integration,web'),
  ui: () => inVSCode('ui'),
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(stages)) {
  console.log(`\n=== ${name}`);
  if (stages[name]) await stages[name]();
  else {
    failed += 1;
    console.log(`There is no stage ${name}. Expected one of ${Object.keys(stages).join(', ')}.`);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
