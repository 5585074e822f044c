import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { checkSync, type Diagnostics } from 'recheck';
import ts from 'typescript';

const src = path.resolve(__dirname, '../../src');

/** Every regular expression written in a file, as `[source, flags]`. */
function expressionsIn(file: string): [string, string][] {
  const source = ts.createSourceFile(file, fs.readFileSync(path.join(src, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    const [, body, flags] = ts.isRegularExpressionLiteral(node) ? (/^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? []) : [];
    if (body !== undefined) found.push([body, flags ?? '']);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const complexityOf = (result: Diagnostics) => (result.status === 'unknown' ? undefined : result.complexity);

suite('regular expressions', () => {
  test('none backtracks catastrophically', () => {
    const files = fs.readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const all = files.flatMap((file) => expressionsIn(file).map((expression) => ({ file, expression })));
    assert.ok(all.length > 100);
    const bad = all.flatMap(({ file, expression: [body, flags] }) => {
      const result = checkSync(body, flags);
      const complexity = complexityOf(result);
      const grave = complexity?.type === 'exponential' || (complexity?.type === 'polynomial' && complexity.degree > 3);
      return result.status === 'unknown' || grave
        ? [`${file}: /${body}/${flags} ${complexity?.summary ?? result.status}`]
        : [];
    });
    assert.deepEqual(bad, []);
  }).timeout(120_000);

  test('the check finds one that does', () => {
    assert.equal(complexityOf(checkSync('^(a+)+$', ''))?.type, 'exponential');
  }).timeout(60_000);
});
