// node scripts/l10n.mjs: collects what the extension says into l10n/bundle.l10n.json, and tells what the translations lack.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = new URL('..', import.meta.url).pathname;
const folder = path.join(root, 'l10n');

/** Where sentences are made that cannot call the editor: it translates them where it shows them. */
const CORE = ['archive', 'diagnostics', 'links', 'newEpisode', 'quickFixes', 'show'].map((name) => `src/core/${name}`);
const SPEAKING = [...CORE, 'src/links'];

const SENTENCE = /^(?:[A-Z“]|\{0\} )[^\n]* [^\n]*\.$/;
const TITLE = /^[A-Z][a-z]+ \S[^\n]*$/;
/** Part of a sentence: “it answers 404”, “a meeting”. */
const CLAUSE = /^(?:an?|at|its?|no|the) [^\n]+$/;
const NO_CLAUSE = new Set(['a href']);

/** Everything the extension says, in order. */
export function collect() {
  const said = [
    ...filesIn('src/extension').flatMap((file) => translated(parse(file))),
    ...SPEAKING.flatMap(filesIn).flatMap((file) => spoken(parse(file), file.includes('quickFixes'))),
    ...Object.entries(JSON.parse(read('snippets/episode.code-snippets'))).flatMap(([name, { description }]) => [
      name,
      description,
    ]),
  ];
  return [...new Set(said)].sort();
}

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

const filesIn = (place) =>
  fs
    .readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${place}/${name}`);

const parse = (file) => ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);

/** First arguments of `vscode.l10n.t`. */
function translated(node) {
  const below = childrenOf(node).flatMap(translated);
  const [first] = ts.isCallExpression(node) && node.expression.getText() === 'vscode.l10n.t' ? node.arguments : [];
  if (!first) return below;
  if (!ts.isStringLiteralLike(first))
    throw new Error(`${node.getSourceFile().fileName}: ${node.getText()}: no plain string`);
  return [first.text, ...below];
}

/** Sentences, clauses and, in quick fixes, titles; not what is thrown, nor what rules carry for their documentation. */
function spoken(node, titles) {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isThrowStatement(node)) return [];
  if (ts.isPropertyAssignment(node) && /^(?:examples|description)$/.test(node.name.getText())) return [];
  const below = childrenOf(node).flatMap((child) => spoken(child, titles));
  const text = textOf(node);
  if (text === undefined || NO_CLAUSE.has(text)) return below;
  return SENTENCE.test(text) || CLAUSE.test(text) || (titles && TITLE.test(text)) ? [text, ...below] : below;
}

/** A string, or a template with `{0}`, `{1}` … for what it is filled with. */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }, at) => `{${at}}${literal.text}`).join('');
}

function childrenOf(node) {
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

if (process.argv[1]?.endsWith('l10n.mjs')) {
  const said = collect();
  const write = (name, bundle) => fs.writeFileSync(path.join(folder, name), `${JSON.stringify(bundle, null, 2)}\n`);
  fs.mkdirSync(folder, { recursive: true });
  write('bundle.l10n.json', Object.fromEntries(said.map((text) => [text, text])));
  for (const name of fs.readdirSync(folder).filter((one) => /^bundle\.l10n\..+\.json$/.test(one))) {
    const bundle = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    const missing = said.filter((text) => !(text in bundle));
    write(name, Object.fromEntries(said.filter((text) => text in bundle).map((text) => [text, bundle[text]])));
    console.log(`${name}: ${said.length - missing.length} of ${said.length}`, ...missing.map((text) => `\n  ${text}`));
  }
}
