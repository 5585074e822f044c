// node test/host/run.mjs [--host min,latest] [--only integration,places,web,ui]: the extension in real VS Codes.
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { launchBrowser, newContext, runSuite, startServer, workspace } from './server.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return (at < 0 ? fallback : process.argv[at + 1]).split(',');
};
const hosts = option('host', process.env.VSCODE_HOSTS || 'min,latest');
const kinds = option('only', 'integration,web,ui');
const { publisher, name } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = path.join(root, 'dist/tgik.vsix');
const shots = path.join(root, 'dist/shots');
const archive = path.resolve(root, '../shared/archive');
/** The hosts of links that tests check are on this machine. */
const MACHINE = { 'tgik.links.allowPrivate': true, 'tgik.links.timeout': 1 };
fs.mkdirSync(shots, { recursive: true });

let passed = 0;
let failed = 0;
const count = ({ passes = 0, failures = 0 } = {}) => {
  passed += passes;
  failed += failures;
};
/** A fault outside of any test. */
const fault = (words) => {
  failed += 1;
  console.log(words);
};

const running = new Set(); // whatever ends this process, end what it started
let closing;
const closeAll = () => (closing ??= Promise.all([...running].map((stop) => stop().catch(() => {}))));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    await closeAll();
    process.exit(130);
  });
}

const browser = await launchBrowser();
running.add(() => browser.close());

async function withServer(host, options, use) {
  const started = Date.now();
  const server = await startServer(host, { ...options, onStart: (stop) => running.add(stop) });
  console.log(`\n# VS Code ${server.host.version} (${host}), up in ${Date.now() - started} ms`);
  try {
    await use(server);
  } finally {
    await server.stop();
    running.delete(server.stop);
  }
}

/** Two folders: a show whose path wants care, and one of the tests' own file system. */
function severalRoots(server) {
  const dir = path.join(workspace(server, path.join(root, 'samples')), '..', 'ein % Ordner #1 é 日本');
  fs.cpSync(path.join(root, 'samples'), dir, { recursive: true });
  const file = path.join(dir, '..', 'several.code-workspace');
  const folders = [{ path: dir }, { uri: 'memshow:/show', name: 'virtual' }];
  fs.writeFileSync(file, JSON.stringify({ folders }));
  return file;
}

/** Where each kind of suite runs; '' is no folder at all. */
const PLACES = {
  test: (server) => workspace(server, path.join(root, 'samples')),
  roots: severalRoots,
  empty: () => '',
};

async function integration(host, web, suite = 'test') {
  const settings = web ? { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } } : {};
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => key.startsWith('TGIK_')));
  if (suite !== 'test') env.TGIK_SUITE = suite;
  if (process.env.COVERAGE && !web) env.NODE_V8_COVERAGE = process.env.COVERAGE;
  await withServer(host, { smoke: true, settings, env }, async (server) => {
    console.log(`\n## ${web ? 'web worker' : 'node'} extension host, ${suite}`);
    const result = await runSuite(browser, server, {
      folder: PLACES[suite](server),
      devPath: root,
      testsPath: path.join(root, web ? 'dist/test/web/index.js' : 'dist/test/node/runNode.js'),
      web,
      timeout: Number(process.env.SUITE_TIMEOUT || 120_000),
    });
    count(result.stats);
    if (result.foreign.length > 0) fault(`requests to elsewhere: ${result.foreign.join(' ')}`);
    if (result.ok || (result.stats?.failures ?? 0) > 0) return;
    if (process.env.TGIK_GREP && result.stats?.tests === 0) return;
    fault(
      `suite not ok: exit ${result.code}, mocha ${result.stats ? 'ran nothing' : 'never finished'}, ${result.ms} ms`,
    );
    const errors = result.other.filter((line) => line.startsWith('error')).map((line) => line.slice(0, 600));
    console.log([...errors, server.log().slice(-1500)].join('\n'));
  });
}

/** Ids of the extension hosts below a process of ours. */
function extensionHosts(parent) {
  const children = fs.readdirSync('/proc').filter((name) => {
    try {
      return (
        /^\d+$/.test(name) && Number(/\) \S (\d+)/.exec(fs.readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) === parent
      );
    } catch {
      return false; // gone meanwhile
    }
  });
  return children.map(Number).flatMap((pid) => {
    const own = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=extensionHost');
    return own ? [pid] : extensionHosts(pid);
  });
}

async function ui(host) {
  await withServer(
    host,
    { vsix: [vsix], settings: { 'editor.hover.delay': 100 }, machine: MACHINE },
    async (server) => {
      let context;
      let limited;
      globalThis.TGIK = {
        host,
        shots,
        samples: path.join(root, 'samples'),
        archive: fs.existsSync(archive) ? archive : undefined,
        /** Opens a copy of a show in a fresh browser. `settings` are the show's own, in its `.vscode`. */
        async open(show, settings = {}, language = 'en') {
          const dir = workspace(server, show);
          fs.mkdirSync(path.join(dir, '.vscode'), { recursive: true });
          fs.writeFileSync(path.join(dir, '.vscode/settings.json'), JSON.stringify(settings));
          context = await newContext(browser, language);
          const page = await context.newPage();
          await page.goto(`${server.origin}/?folder=${encodeURIComponent(dir)}`);
          return { page, dir };
        },
        /** Ends the process the extension runs in, as a crash would; gives how many there were. */
        killExtensionHost() {
          const hosts = extensionHosts(server.proc.pid);
          for (const pid of hosts) process.kill(pid, 'SIGKILL');
          return hosts.length;
        },
        /** The same in a VS Code that asks for trust, and was given none. */
        async openLimited(show) {
          limited ??= await startServer(host, {
            vsix: [vsix],
            trust: true,
            settings: {
              'security.workspace.trust.enabled': true,
              'security.workspace.trust.startupPrompt': 'never',
              'security.workspace.trust.untrustedFiles': 'open',
              'editor.hover.delay': 100,
            },
            onStart: (stop) => running.add(stop),
          });
          const dir = workspace(limited, show);
          context = await newContext(browser);
          const page = await context.newPage();
          return { page, dir, go: () => page.goto(`${limited.origin}/?folder=${encodeURIComponent(dir)}`) };
        },
        async close() {
          await context?.close();
          context = undefined;
        },
      };
      const mocha = new Mocha({
        ui: 'tdd',
        reporter: 'spec',
        timeout: 60_000,
        forbidOnly: Boolean(process.env.CI),
        ...(process.env.TGIK_GREP ? { grep: process.env.TGIK_GREP } : {}),
      });
      const folder = path.join(root, 'dist/test/ui');
      for (const file of fs.readdirSync(folder)) if (file.endsWith('.ui.cjs')) mocha.addFile(path.join(folder, file));
      mocha.unloadFiles();
      await new Promise((resolve) => {
        const runner = mocha.run(resolve);
        runner.on('end', () => {
          count(runner.stats);
          void limited?.stop();
          if (!runner.stats.passes && !process.env.TGIK_GREP) fault('no UI test passed');
        });
      });
    },
  );
}

try {
  for (const host of hosts) {
    if (kinds.includes('integration')) await integration(host, false);
    if (kinds.includes('integration') || kinds.includes('places'))
      for (const suite of ['roots', 'empty']) await integration(host, false, suite);
    if (kinds.includes('web')) await integration(host, true);
    if (kinds.includes('ui')) await ui(host);
  }
} catch (error) {
  fault(String(error?.stack ?? error));
} finally {
  await closeAll();
}
if (passed + failed === 0) fault('no test ran');
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
