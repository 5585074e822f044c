// Starts one VS Code server on a free port, with its own HOME, user data and extensions.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { provision } from './provision.mjs';

export const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'typescript.surveys.enabled': false,
  'editor.accessibilitySupport': 'off',
  'window.commandCenter': false,
  'workbench.reduceMotion': 'on',
  'files.autoSave': 'off', // the web's default saves by itself
};

export async function startServer(
  which,
  { settings = {}, machine = {}, env = {}, smoke = false, vsix = [], log = 'info', trust = false, onStart } = {},
) {
  const host = provision(which);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'vsh-')); // short: unix socket paths end at 107 characters
  const dirs = Object.fromEntries(
    ['ud', 'ext', 'data', 'home', 'ws', 'cov', 'xdg'].map((d) => [d, path.join(home, d)]),
  );
  for (const d of Object.values(dirs)) fs.mkdirSync(d, { recursive: true, mode: 0o700 });
  fs.mkdirSync(path.join(dirs.ud, 'User'), { recursive: true });
  fs.writeFileSync(path.join(dirs.ud, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  // what has the scope of a machine counts where the server runs
  fs.mkdirSync(path.join(dirs.ud, 'Machine'), { recursive: true });
  fs.writeFileSync(path.join(dirs.ud, 'Machine/settings.json'), JSON.stringify(machine, null, 2));
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([k]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_V8_COVERAGE$|npm_|CS_|EXTENSIONS_GALLERY$)/.test(k),
    ),
  );
  const senv = {
    ...clean,
    HOME: dirs.home,
    XDG_RUNTIME_DIR: dirs.xdg,
    XDG_CONFIG_HOME: path.join(dirs.home, '.config'),
    GIT_CONFIG_NOSYSTEM: '1',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TGIK_MARK: '@@mocha ',
    EXTENSIONS_GALLERY: '{}',
    CS_TELEMETRY_URL: 'http://127.0.0.1:9/',
    ...env,
  };
  const common = [
    'out/server-main.js',
    '--user-data-dir',
    dirs.ud,
    '--extensions-dir',
    dirs.ext,
    '--server-data-dir',
    dirs.data,
    '--accept-server-license-terms',
  ];
  for (const v of vsix) {
    execFileSync(host.node, [...common, '--install-extension', v, '--force'], {
      cwd: host.vscode,
      env: senv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
  const args = [
    ...common,
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--telemetry-level',
    'off',
    '--log',
    log,
    '--disable-getting-started-override',
    '--disable-update-check',
  ];
  if (host.version > '1.110') args.push('--disable-experiments', '--reconnection-grace-time', '5');
  if (!trust) args.push('--disable-workspace-trust');
  if (smoke) args.push('--enable-smoke-test-driver');
  const logFile = path.join(home, 'server.log');
  const out = fs.openSync(logFile, 'w');
  // its own process group, so that ending it by id takes its children along;
  // pdeathsig: if this runner is killed outright, the server ends too
  const proc = spawn('setpriv', ['--pdeathsig', 'TERM', host.node, ...args], {
    cwd: host.vscode,
    env: senv,
    stdio: ['ignore', out, out],
    detached: true,
  });
  fs.closeSync(out);
  let stopping;
  const stop = () =>
    (stopping ??= (async () => {
      const gone =
        proc.exitCode !== null || proc.signalCode ? Promise.resolve() : new Promise((r) => proc.once('exit', r));
      try {
        process.kill(-proc.pid, 'SIGTERM');
      } catch {
        /* gone */
      }
      await Promise.race([gone, new Promise((r) => setTimeout(r, 5000))]);
      try {
        process.kill(-proc.pid, 'SIGKILL');
      } catch {
        /* gone */
      }
      if (!process.env.KEEP) fs.rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    })());
  onStart?.(stop);
  let port;
  for (const end = Date.now() + 30000; !port; ) {
    const m = /Extension host agent listening on (\d+)/.exec(fs.readFileSync(logFile, 'utf8'));
    if (m) port = +m[1];
    else if (proc.exitCode !== null || proc.signalCode || Date.now() > end) {
      const why = fs.readFileSync(logFile, 'utf8');
      await stop();
      throw new Error(`server did not start:\n${why}`);
    } else await new Promise((r) => setTimeout(r, 25));
  }
  return {
    host,
    home,
    dirs,
    port,
    origin: `http://localhost:${port}`,
    authority: `vscode-remote://localhost:${port}`,
    proc,
    logFile,
    stop,
    log: () => fs.readFileSync(logFile, 'utf8'),
  };
}

export function workspace(server, fixture, name = path.basename(fixture)) {
  const dir = fs.mkdtempSync(path.join(server.dirs.ws, `${name}-`));
  fs.cpSync(fixture, dir, { recursive: true });
  return dir;
}

export const launchBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  });

/** `language` is what a language pack would make the editor's, for extensions: the workbench has no words but English. */
export async function newContext(browser, language = 'en') {
  const ctx = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', timezoneId: 'UTC' });
  // code-server's own front end, which is not running here, would serve this worker; webviews' own worker is left alone
  await ctx.addInitScript(() => {
    const sw = navigator.serviceWorker;
    if (!sw) return;
    const reg = sw.register.bind(sw);
    sw.register = (u, o) => (String(u).includes('/_static/') ? new Promise(() => {}) : reg(u, o));
  });
  if (language !== 'en')
    await ctx.addInitScript((name) => {
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => name, set: () => undefined });
    }, language);
  return ctx;
}

/** Runs run() of a test module in an extension host of the server's workbench: in a folder, a workspace file, or in neither. */
export async function runSuite(
  browser,
  server,
  {
    folder,
    devPath,
    testsPath,
    web = false,
    env = {},
    timeout = 60000,
    onLine = console.log,
    verbose = !!process.env.VERBOSE,
    shot,
  },
) {
  const ctx = await newContext(browser);
  const page = await ctx.newPage();
  const t0 = Date.now();
  let finish;
  const done = new Promise((r) => (finish = r));
  const MARK = '@@mocha ';
  const other = [],
    foreign = [];
  let stats;
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = (args || []).map(String).join(' ');
    if (text.includes(`${MARK}#END `)) stats = JSON.parse(text.slice(text.indexOf('#END ') + 5));
    else if (text.includes(MARK)) for (const l of text.split('\n')) onLine(l.replace(/^.*?@@mocha /, ''));
    else {
      other.push(`${type} ${text}`);
      if (verbose) onLine(`[${type}] ${text}`);
    }
  });
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));
  page.on('pageerror', (e) => other.push(`pageerror ${e.message}`));
  page.on('crash', () => finish('page crashed'));
  page.on('request', (r) => {
    const u = new URL(r.url());
    if (/^(https?|wss?):$/.test(u.protocol) && u.hostname !== 'localhost') foreign.push(r.url());
  });
  const payload = [
    ['extensionDevelopmentPath', server.authority + devPath],
    ['extensionTestsPath', server.authority + testsPath],
    ['skipWelcome', 'true'],
    ['extensionEnvironment', JSON.stringify({ ...env })],
    ...(web ? [['extensionDevelopmentKind', 'web']] : []),
  ];
  const place = folder
    ? `${folder.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURIComponent(folder)}`
    : 'ew=true';
  await page.goto(`${server.origin}/?${place}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  let timer;
  const code = await Promise.race([done, new Promise((r) => (timer = setTimeout(() => r('timeout'), timeout)))]);
  clearTimeout(timer);
  if (shot || code !== 0) await page.screenshot({ path: shot || path.join(server.home, 'failed.png') }).catch(() => {});
  await ctx.close();
  // A host that dies under the tests still reports exit code 0: only the closing line of mocha itself counts.
  const ok = code === 0 && !!stats && stats.passes > 0 && stats.failures === 0;
  return { ok, code, stats, ms: Date.now() - t0, other, foreign };
}
