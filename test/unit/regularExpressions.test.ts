import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { checkSync, type Diagnostics } from 'recheck';
import ts from 'typescript';

const src = path.resolve(__dirname, '../../src');

/** What stands for a part that is put in: a short link's domain, a label, a name. */
const PART = String.raw`tgik\.io`;

/** Every regular expression written in a file, as `[source, flags]`; those made of parts, with a part put in. */
function expressionsIn(file: string): [string, string][] {
  const source = ts.createSourceFile(file, fs.readFileSync(path.join(src, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    const [, body, flags] = ts.isRegularExpressionLiteral(node) ? (/^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? []) : [];
    if (body !== undefined) found.push([body, flags ?? '']);
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') found.push(madeOfParts(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function madeOfParts({ arguments: given }: ts.NewExpression): [string, string] {
  const [body, flags] = given ?? [];
  assert.ok(body && ts.isTemplateLiteral(body), `not a template: ${body?.getText()}`);
  const parts = ts.isTemplateExpression(body) ? body.templateSpans.map(({ literal }) => literal.text) : [];
  const head = ts.isTemplateExpression(body) ? body.head.text : body.text;
  return [[head, ...parts].join(PART), flags && ts.isStringLiteral(flags) ? flags.text : ''];
}

/**
 * Expressions that look behind or ahead cannot be proved; they are attacked at random. Of what such an attack finds only
 * what is grave counts, as it takes a look behind for work; test/load/linear.ts measures those.
 */
const isGrave = (result: Diagnostics): boolean => {
  const complexity = complexityOf(result);
  if (complexity?.type !== 'polynomial') return complexity?.type === 'exponential';
  return result.checker === 'automaton' || complexity.degree > 2;
};

const complexityOf = (result: Diagnostics) => (result.status === 'unknown' ? undefined : result.complexity);

suite('regular expressions', () => {
  test('each takes time that grows with the text, no faster', () => {
    const files = fs.readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const all = files.flatMap((file) => expressionsIn(file).map((expression) => ({ file, expression })));
    assert.ok(all.length > 100);
    const bad = all.flatMap(({ file, expression: [body, flags] }) => {
      const result = checkSync(body, flags, { timeout: 120_000 });
      const complexity = complexityOf(result);
      const grave = isGrave(result);
      return result.status === 'unknown' || grave
        ? [`${file}: /${body}/${flags} ${complexity?.summary ?? result.status}`]
        : [];
    });
    assert.deepEqual(bad, []);
  }).timeout(900_000);

  test('the check finds those that grow faster', () => {
    assert.equal(complexityOf(checkSync('^(a+)+$', ''))?.type, 'exponential');
    assert.ok(isGrave(checkSync('[,.]+$', '')));
    assert.ok(!isGrave(checkSync('^[,.]+$', '')));
  }).timeout(60_000);
});
