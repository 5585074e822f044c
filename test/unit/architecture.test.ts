import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What DESIGN promises of the code's shape, checked on every import. */

const root = path.resolve(__dirname, '../..');
const src = path.join(root, 'src');

const files = fs
  .readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(path.sep).join('/'));

interface Import {
  readonly from: string;
  /** A file under `src`, or the package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = files.flatMap((file) => {
  const source = ts.createSourceFile(file, fs.readFileSync(path.join(src, file), 'utf8'), ts.ScriptTarget.ES2022);
  return source.statements.flatMap((statement) => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) || !statement.moduleSpecifier)
      return [];
    const name = (statement.moduleSpecifier as ts.StringLiteral).text;
    const typeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.isTypeOnly === true
      : statement.isTypeOnly;
    const to = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts') : name;
    return [{ from: file, to, typeOnly }];
  });
});

const offending = (rule: (one: Import) => boolean): string[] =>
  imports.filter(rule).map(({ from, to }) => `${from} → ${to}`);
const isPackage = ({ to }: Import): boolean => !/\.(ts|json)$/.test(to);
const within =
  (folder: string) =>
  (file: string): boolean =>
    file.startsWith(`${folder}/`);
const [inCore, inNode, inCli, inExtension, inFeatures, inMarkdown] = [
  'core',
  'node',
  'cli',
  'extension',
  'extension/features',
  'core/markdown',
].map(within) as [
  (file: string) => boolean,
  (file: string) => boolean,
  (file: string) => boolean,
  (file: string) => boolean,
  (file: string) => boolean,
  (file: string) => boolean,
];

suite('the architecture', () => {
  test('reads every file', () => assert.ok(files.length > 50 && imports.length > 200));

  test('the core imports neither vscode nor Node', () =>
    assert.deepEqual(
      offending((one) => inCore(one.from) && isPackage(one) && (one.to === 'vscode' || one.to.startsWith('node:'))),
      [],
    ));

  test('the core imports nothing outside of itself', () =>
    assert.deepEqual(
      offending((one) => inCore(one.from) && !isPackage(one) && !inCore(one.to)),
      [],
    ));

  test('link checking imports only the core, and reaches the world through its ports alone', () => {
    const inLinks = within('links');
    assert.deepEqual(
      offending((one) => inLinks(one.from) && (isPackage(one) || !(inLinks(one.to) || inCore(one.to)))),
      [],
    );
    const ambient = /(?<![.\w])(?:fetch|setTimeout|setInterval|process|console)\b\s*[.(]|\bDate\.now|\bMath\.random/;
    const text = (file: string): string => fs.readFileSync(path.join(src, file), 'utf8');
    assert.deepEqual(
      files.filter((file) => inLinks(file) && ambient.test(text(file))),
      [],
    );
  });

  test('only core/markdown knows the parser and its tree', () =>
    assert.deepEqual(
      offending(
        (one) => !inMarkdown(one.from) && /^(unified|mdast|unist|remark|micromark|htmlparser2|@lezer)/.test(one.to),
      ),
      [],
    ));

  test('the extension leaves the quick reader, and its parser, to its threads', () => {
    const reached = new Set<string>();
    const reach = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) reach(to);
    };
    for (const entry of ['extension/extension.ts', 'extension/extension.web.ts']) reach(entry);
    assert.ok(reached.has('core/markdown/parseBlocks.ts'));
    assert.deepEqual(
      [...reached].filter((file) => file.includes('/quick/') || file.startsWith('@lezer')),
      [],
    );
  });

  test('only the extension imports vscode, and neither terminal nor Node adapters see it', () => {
    assert.deepEqual(
      offending((one) => one.to === 'vscode' && !inExtension(one.from)),
      [],
    );
    assert.deepEqual(
      offending((one) => (inCli(one.from) || inNode(one.from)) && inExtension(one.to)),
      [],
    );
    assert.deepEqual(
      offending((one) => inNode(one.from) && inCli(one.to)),
      [],
    );
    assert.deepEqual(
      offending((one) => inExtension(one.from) && inCli(one.to)),
      [],
    );
  });

  test('features do not import each other', () => {
    const feature = (file: string): string => file.split('/')[2] ?? '';
    assert.deepEqual(
      offending((one) => inFeatures(one.from) && inFeatures(one.to) && feature(one.from) !== feature(one.to)),
      [],
    );
  });

  test('there are no import cycles', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports)
      if (!typeOnly && to.endsWith('.ts')) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const visit = (file: string, above: readonly string[]): void => {
      assert.ok(!above.includes(file), `cycle: ${[...above, file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...above, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });

  test('no module keeps state of its own', () => {
    const states = files.flatMap((file) => {
      const source = ts.createSourceFile(file, fs.readFileSync(path.join(src, file), 'utf8'), ts.ScriptTarget.ES2022);
      return source.statements
        .filter((one) => ts.isVariableStatement(one) && (one.declarationList.flags & ts.NodeFlags.Const) === 0)
        .map(() => file);
    });
    assert.deepEqual(states, []);
  });

  test('one place writes to the diagnostic collection', () => {
    const writers = files.filter((file) =>
      fs.readFileSync(path.join(src, file), 'utf8').includes('createDiagnosticCollection'),
    );
    assert.deepEqual(writers, ['extension/features/diagnostics/noteProblems.ts']);
  });

  const holding = (words: RegExp, within: (file: string) => boolean = () => true): string[] =>
    files.filter((file) => within(file) && words.test(fs.readFileSync(path.join(src, file), 'utf8')));

  test('the extension asks the file system of the workspace; only the links’ own process is told a path of this machine', () =>
    assert.deepEqual(
      holding(/\.fsPath\b|['"]node:fs|['"]fs['"]/, (file) => inExtension(file)),
      ['extension/features/links/linkRuns.ts'],
    ));

  test('threads are shared by both kinds of host: of Node they know types alone', () =>
    assert.deepEqual(
      offending((one) => within('worker')(one.from) && one.to.startsWith('node:') && !one.typeOnly),
      [],
    ));

  test('nothing from a note is trusted: no command links, no HTML', () =>
    assert.deepEqual(holding(/\.isTrusted\s*=|\.supportHtml\s*=|new vscode\.MarkdownString\([^)]*,\s*true/), []));

  test('notifications make no links of what they quote', () =>
    assert.deepEqual(holding(/window\.show(?:Information|Warning|Error)Message/), ['extension/adapters/messages.ts']));

  test('there is no telemetry', () =>
    assert.deepEqual(holding(/createTelemetryLogger|TelemetryReporter|sendBeacon|applicationinsights/i), []));

  test('nothing is written on save: only the check of links listens, and it writes nothing', () => {
    const text = (file: string): string => fs.readFileSync(path.join(src, file), 'utf8');
    const listeners = files.filter((file) => /on(?:Will|Did)SaveTextDocument/.test(text(file)));
    assert.deepEqual(listeners, ['extension/features/links/autoCheck.ts']);
    for (const file of listeners)
      assert.doesNotMatch(text(file), /WillSave|WorkspaceEdit|applyEdit|\.save\(|writeFile/);
  });

  test('every rule and every fix stands in its list', () => {
    for (const folder of ['core/diagnostics/rules', 'core/quickFixes']) {
      const list = fs.readFileSync(path.join(src, folder, 'index.ts'), 'utf8');
      const missing = fs
        .readdirSync(path.join(src, folder))
        .filter((name) => name !== 'index.ts' && !list.includes(`./${name.replace('.ts', '.js')}`));
      assert.deepEqual(missing, [], folder);
    }
  });
});
