// node esbuild.mjs [--dev] [--tests] [--watch]: bundles the extension (desktop and web), the command line, and on demand the tests.
import fs from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import esbuild from 'esbuild';
import { minify } from 'terser';
import { loadLater } from './scripts/loadLater.mjs';
import { plainEnums } from './scripts/plainEnums.mjs';
import { withShortTypes } from './scripts/shortTypes.mjs';

const has = (flag) => process.argv.includes(flag);
const dev = has('--dev') || has('--watch');

/** What rules carry for tests, settings and documentation: bundles are made without. */
const EXAMPLES = /^ {2}examples: \[(?:.*\]|[\s\S]*?^ {2}\]),$/m;
const DESCRIPTION = /^ {2}description:\s+(?:'.*'|`.*`|".*"),$/m;
const rulesWithout = (...parts) => ({
  name: 'rules-without',
  setup: ({ onLoad }) =>
    onLoad({ filter: /diagnostics[\\/]rules[\\/]\w+\.ts$/ }, async ({ path: file }) => {
      const source = await fs.promises.readFile(file, 'utf8');
      return { contents: parts.reduce((text, part) => text.replace(part, ''), source), loader: 'ts' };
    }),
});

/** The table of emoji by code point, each as what it is more than the one before, deflated: a third of its size. */
const smallEmoji = {
  name: 'small-emoji',
  setup: ({ onLoad }) =>
    onLoad({ filter: /shortcodeTable\.ts$/ }, async ({ path: file }) => {
      const rows = JSON.parse(await fs.promises.readFile(path.resolve(file, '../shortcodes.json'), 'utf8')).split('\n');
      const emoji = rows
        .map((row) => ({ names: row.slice(0, row.lastIndexOf(' ')), sign: row.slice(row.lastIndexOf(' ') + 1) }))
        .map(({ names, sign }) => ({ names, codes: [...sign].map((char) => char.codePointAt(0)) }))
        .sort((a, b) => a.codes[0] - b.codes[0]);
      const steps = emoji.map(({ codes: [first, ...more] }, at) => [first - (emoji[at - 1]?.codes[0] ?? 0), ...more]);
      const words = (row) => row.map((number) => number.toString(36)).join();
      const table = `${emoji.map(({ names }) => names).join('\n')}\t${steps.map(words).join(' ')}`;
      const packed = deflateRawSync(table, { level: 9 }).toString('base64');
      return {
        contents: `import { unpackShortcodes } from './unpackShortcodes.ts';\nexport const shortcodeTable = () => unpackShortcodes('${packed}');`,
        loader: 'js',
        resolveDir: path.dirname(file),
      };
    }),
};

/** GFM's second pass over text is left out, with all it needs. */
const noSecondPass = {
  name: 'no-second-pass',
  setup: ({ onLoad }) =>
    onLoad({ filter: /mdast-util-gfm-autolink-literal[\\/]lib[\\/]index\.js$/ }, async ({ path: file }) => {
      const source = await fs.promises.readFile(file, 'utf8');
      return { contents: source.replace('transforms: [transformGfmAutolinkLiterals],', ''), loader: 'js' };
    }),
};

/** The slugger's table of characters in three words. */
const shortSlugs = {
  name: 'short-slugs',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/regex\.js$/ }, ({ importer }) =>
      /github-slugger/.test(importer) ? { path: path.resolve('src/core/outline/notInSlugs.ts') } : undefined,
    ),
};

const numbers = plainEnums(/node_modules[\\/](?:htmlparser2|entities|jsonc-parser)[\\/].*\.js$/);

const plugins = (...left) => [smallEmoji, shortSlugs, noSecondPass, numbers, rulesWithout(...left)];

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // what these packages do beyond what is asked of them stays out
  alias: {
    'decode-named-character-reference': './src/core/markdown/namedCharacterReference.ts',
    extend: './src/core/markdown/plainExtend.ts',
    trough: './src/core/markdown/noTransformers.ts',
    vfile: './src/core/markdown/plainFile.ts',
  },
  plugins: plugins(EXAMPLES),
  minify: !dev,
  define: { 'Number.POSITIVE_INFINITY': 'Infinity' },
  sourcemap: dev,
  logLevel: 'warning',
  charset: 'utf8',
};

/** A web extension runs in a worker: no document. */
const worker = { mainFields: ['browser', 'module', 'main'], conditions: ['worker'] };

/** @type {esbuild.BuildOptions} */
const desktop = {
  ...common,
  entryPoints: ['src/extension/extension.ts'],
  plugins: plugins(EXAMPLES, DESCRIPTION),
  outfile: 'dist/extension.js',
  platform: 'node',
  external: ['vscode', './links.cjs'],
};

/** VS Code starts with what the extension registers. What notes mean follows with the first show, the parser with the first note. */
async function inThree() {
  const parser = await loadLater(desktop, 'dist/parser.cjs', (file) => file === 'src/core/markdown/parseBlocks.ts');
  const withParser = { ...desktop, plugins: [...desktop.plugins, parser] };
  const core = await loadLater(withParser, 'dist/core.cjs', (file) => /^src\/core\/(?!text|show)/.test(file));
  return { ...desktop, plugins: [...desktop.plugins, core] };
}

/** @type {() => Promise<esbuild.BuildOptions[]>} */
const product = async () => [
  dev ? desktop : await inThree(),
  // Loaded by the extension when links are first checked.
  {
    ...common,
    entryPoints: ['src/extension/features/links/startLinks.ts'],
    outfile: 'dist/links.cjs',
    platform: 'node',
  },
  // The threads that read notes, in both kinds of host.
  {
    ...common,
    entryPoints: ['src/worker/noteWorker.ts'],
    outfile: 'dist/noteWorker.js',
    format: 'iife',
    platform: 'browser',
    external: ['node:worker_threads', 'node:fs', 'node:url', 'node:zlib'],
    ...worker,
  },
  // The threads that ask for the times of many files: small, so that they start at once.
  {
    ...common,
    entryPoints: ['src/node/stamps/stampWorker.ts'],
    outfile: 'dist/stampWorker.js',
    platform: 'node',
  },
  {
    ...common,
    entryPoints: ['src/extension/extension.web.ts'],
    plugins: plugins(EXAMPLES, DESCRIPTION),
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    ...worker,
  },
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** Names of properties that only the tokenizers of HTML and Markdown use, among themselves. */
const OWN_NAMES = new RegExp(
  `^(?:${[
    ...['_(?!hidden)[a-z]\\w+', 'state[A-Z]\\w*', 'sectionStart', 'sequenceIndex', 'currentSequence', 'entityDecoder'],
    ...['baseState', 'fastForwardTo', 'startEntity', 'isSpecial', 'isTagStartChar', 'recognizeSelfClosing'],
    ...['emitCodePoint', 'decodeEntities', 'flushAndEmitLegacyOrReject', 'missingSemicolonAfterCharacterReference'],
    ...['absenceOfDigitsInNumericCharacterReference', 'containerState', 'sliceSerialize', 'currentConstruct'],
    ...['furtherBlankLines', 'initialBlankLine', 'setextHeadingSlurpLineEnding', 'expectingFirstListItemValue'],
    ...['consumed?', 'tokenize', 'resolve(?:All|To)', 'interrupt', 'constructs', 'contentType', 'gfmFootnotes'],
    ...['defineSkip', 'contentInitial', 'flowInitial', 'insideSpan', 'attentionMarkers', 'getToken\\w+', 'attempt'],
    ...['partial', 'referenceType', 'previous', 'parser', 'abortPipeEarly', 'requirement'],
  ].join('|')})$`,
);

/** What every start loads goes through a second minifier. */
async function smaller(file) {
  // nothing here calls `new` on a function expression
  const compress = { passes: 8, unsafe_arrows: true, unsafe_methods: true };
  // the bundle for the web is one file: no other one knows these names
  const mangle = file.includes('web') ? { properties: { regex: OWN_NAMES, keep_quoted: true } } : {};
  const options = { ecma: 2020, toplevel: true, compress, mangle, format: { comments: false } };
  const { code } = await minify(withOneVscode(fs.readFileSync(file, 'utf8')), options);
  fs.writeFileSync(file, file.includes('web') ? withShortTypes(code) : code);
}

/** Each module of a bundle has a copy made of all of VS Code's API, which takes half of a start: one will do, as it is. */
function withOneVscode(code) {
  const own = code.replaceAll(/[\w$]+\(require\("vscode"\)\)/g, 'oneVscode');
  return own.replace('"use strict";', '"use strict";var oneVscode=require("vscode");');
}

const suites = listTests('test/integration', '.test.ts');

function listTests(folder, ending) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

/** @type {() => esbuild.BuildOptions[]} */
const tests = () => [
  {
    ...common,
    minify: false,
    entryPoints: [
      ...suites,
      ...['bench', 'roots', 'empty'].flatMap((kind) => listTests('test/integration', `.${kind}.ts`)),
      'test/integration/runNode.ts',
    ],
    outdir: 'dist/test/node',
    platform: 'node',
    external: ['vscode', 'mocha'],
  },
  {
    ...common,
    minify: false,
    stdin: {
      contents: `export { run } from './runWeb.ts';\nglobalThis.tgikSuites = () => [${suites.map((file) => `import('./${file.split('/').pop()}')`).join(', ')}];`,
      resolveDir: 'test/integration',
    },
    outfile: 'dist/test/web/index.js',
    platform: 'browser',
    ...worker,
    define: { global: 'globalThis' },
  },
  {
    ...common,
    minify: false,
    entryPoints: listTests('test/ui', '.ui.ts'),
    outdir: 'dist/test/ui',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    external: ['playwright-core', 'mocha'],
  },
];

const builds = has('--tests') ? tests() : await product();
if (!has('--tests')) fs.rmSync('dist/extension.js', { force: true });
if (has('--watch')) for (const build of builds) await (await esbuild.context(build)).watch();
else {
  await Promise.all(builds.map((build) => esbuild.build(build)));
  if (!dev && !has('--tests'))
    await Promise.all(['extension', 'web/extension'].map((name) => smaller(`dist/${name}.js`)));
  if (!has('--tests')) fs.chmodSync('dist/cli.js', 0o755);
}
