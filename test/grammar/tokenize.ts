import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IGrammar, IOnigLib } from 'vscode-textmate';

const load = createRequire(import.meta.url);
const oniguruma = load('vscode-oniguruma') as typeof import('vscode-oniguruma');
const textmate = load('vscode-textmate') as typeof import('vscode-textmate');

const MARKDOWN = 'text.html.markdown';
const OURS = 'text.html.markdown.tgik';
const OUR_FILE = 'syntaxes/tgik.tmLanguage.json';

/** Grammar files by scope name. */
export type Grammars = Readonly<Record<string, string>>;

/** Enough of Markdown to stand alone. */
export const STAND_IN: Grammars = { [MARKDOWN]: 'test/grammar/markdownLike.tmLanguage.json' };

/** The grammars of each editor the integration tests have installed: none on a fresh checkout. */
export function installedGrammars(): { readonly name: string; readonly grammars: Grammars }[] {
  const hosts = existsSync('.vscode-test') ? readdirSync('.vscode-test') : [];
  return hosts.flatMap((name) => {
    const extensions = ['lib/vscode/extensions', 'resources/app/extensions']
      .map((folder) => join('.vscode-test', name, folder))
      .find((folder) => existsSync(join(folder, 'markdown-basics')));
    if (extensions === undefined) return [];
    const grammars: Record<string, string> = {};
    for (const id of ['markdown-basics', 'html', 'css', 'javascript', 'yaml']) {
      const manifest = join(extensions, id, 'package.json');
      if (!existsSync(manifest)) continue;
      const { contributes } = JSON.parse(readFileSync(manifest, 'utf8')) as {
        contributes: { grammars?: { scopeName: string; path: string }[] };
      };
      for (const { scopeName, path } of contributes.grammars ?? []) grammars[scopeName] = join(extensions, id, path);
    }
    return [{ name, grammars }];
  });
}

let onigLib: Promise<IOnigLib> | undefined;

/** The engine the editor uses for its grammars. */
function loadEngine(): Promise<IOnigLib> {
  const wasm = load.resolve('vscode-oniguruma/release/onig.wasm');
  onigLib ??= oniguruma.loadWASM(readFileSync(wasm)).then(() => ({
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  }));
  return onigLib;
}

/** Markdown's grammar with ours put in, or without. */
export async function loadMarkdown(grammars: Grammars, injected = true): Promise<IGrammar> {
  const files: Grammars = { ...grammars, [OURS]: OUR_FILE };
  const registry = new textmate.Registry({
    onigLib: loadEngine(),
    loadGrammar: async (scopeName) => {
      const file = files[scopeName];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scopeName) => (injected && scopeName === MARKDOWN ? [OURS] : []),
  });
  const grammar = await registry.loadGrammar(MARKDOWN);
  if (!grammar) throw new Error(`No grammar for ${MARKDOWN}`);
  return grammar;
}

export interface Token {
  readonly line: number;
  readonly start: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

export function tokenize(grammar: IGrammar, text: string): Token[] {
  let state = textmate.INITIAL;
  return text.split(/\r?\n/).flatMap((content, line) => {
    const result = grammar.tokenizeLine(content, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex: start, endIndex, scopes }) => ({
      line,
      start,
      text: content.slice(start, endIndex),
      scopes,
    }));
  });
}

/** What ours says of a text: `[words, innermost scope of ours without .tgik]`, neighbours of one scope joined. */
export function coloured(grammar: IGrammar, text: string): [string, string][] {
  const found: [string, string][] = [];
  let last: Token | undefined;
  for (const token of tokenize(grammar, text)) {
    const scope = token.scopes.filter((one) => one.endsWith('.tgik')).at(-1);
    if (scope !== undefined) {
      const name = scope.replace(/\.tgik$/, '');
      const before = found.at(-1);
      const joins = last?.line === token.line && last.start + last.text.length === token.start;
      if (before && before[1] === name && joins) before[0] += token.text;
      else found.push([token.text, name]);
    }
    last = scope === undefined ? undefined : token;
  }
  return found;
}
