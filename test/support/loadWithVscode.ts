import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import esbuild from 'esbuild';

const root = path.resolve(import.meta.dirname ?? __dirname, '../..');

/** All that modules of `src/extension` export, with a stand-in for VS Code. */
export function loadWithVscode<Modules>(modules: readonly string[], vscode: object): Modules {
  const { outputFiles } = esbuild.buildSync({
    stdin: {
      contents: modules.map((name) => `export * from './src/extension/${name}.ts';`).join('\n'),
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const module = { exports: {} };
  const node = createRequire(path.join(root, 'package.json'));
  const load = (name: string): unknown => (name === 'vscode' ? vscode : node(name));
  vm.runInThisContext(`(function (module, exports, require) {${outputFiles[0]?.text}\n})`)(
    module,
    module.exports,
    load,
  );
  return module.exports as Modules;
}
