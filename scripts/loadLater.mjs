// Puts modules that a start does not need into a file of their own, loaded when anything of theirs is first asked for.
// The source knows nothing of it, and imports them as all others.
import { createRequire } from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';

/**
 * Builds `outfile` of those modules of a bundle for which `belongs` holds, with all they need. Gives the bundle's
 * plugin which has it load that file instead.
 */
export async function loadLater(build, outfile, belongs) {
  const modules = await importedFrom(build, belongs);
  const contents = modules.map((file, at) => `export * as m${at} from './${file}';`).join('\n');
  await esbuild.build({ ...build, entryPoints: [], outfile, stdin: { contents, resolveDir: process.cwd() } });
  const exported = createRequire(import.meta.url)(path.resolve(outfile));
  const file = `./${path.basename(outfile)}`;
  return {
    name: `load-${file}`,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ path: name, resolveDir }) => {
        if (name === file) return { path: name, external: true };
        if (name === LOAD) return { path: LOAD, namespace: file };
        const at = modules.indexOf(sourceOf(path.resolve(resolveDir, name)));
        return at < 0 ? undefined : { path: `m${at}`, namespace: file };
      });
      onLoad({ filter: /.*/, namespace: file }, ({ path: name }) => ({
        contents: name === LOAD ? loader(file) : standIn(name, exported[name], file),
      }));
    },
  };
}

const LOAD = './load';
const loader = (file) => `let loaded; export const load = () => (loaded ??= require('${file}'));`;

/** What has the exports of a module that is in `file`. Plain functions where it can be: getters are copied for each module that imports them, and ask for the file at each use. */
function standIn(name, exports, file) {
  const all = Object.entries(exports);
  if (all.every(([, value]) => isFunction(value) || isPlain(value))) {
    const own = ([key, value]) =>
      `export const ${key} = ${isPlain(value) ? JSON.stringify(value) : `(...given) => load().${name}.${key}(...given)`};`;
    return [`import { load } from '${LOAD}';`, ...all.map(own)].join('\n');
  }
  return all.map(([key]) => getter(key, `require('${file}').${name}.${key}`)).join('\n');
}

const isPlain = (value) => ['string', 'number', 'boolean'].includes(typeof value);
const isFunction = (value) => typeof value === 'function' && !/^class\b/.test(String(value));

const getter = (key, value) => `Object.defineProperty(exports, '${key}', { get: () => ${value}, enumerable: true });`;

/** What modules that do not belong import of those that do. */
async function importedFrom(build, belongs) {
  const { metafile } = await esbuild.build({ ...build, write: false, metafile: true });
  const others = Object.entries(metafile.inputs).filter(([file]) => !belongs(file));
  const imported = others.flatMap(([, { imports }]) => imports.map(({ path: file }) => file));
  return [...new Set(imported)].filter(belongs).sort();
}

/** `src/core/x.ts` of `/…/src/core/x.js` */
const sourceOf = (file) => path.relative('.', file).split(path.sep).join('/').replace(/\.js$/, '.ts');
