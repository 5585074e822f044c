import assert from 'node:assert/strict';
import { computeProblems } from '../../../../src/core/diagnostics/computeProblems.js';
import { matchesUrl } from '../../../../src/core/diagnostics/suppressions.js';
import { suppressingEdits, urlPatternFor } from '../../../../src/core/diagnostics/suppressProblem.js';
import { computeFixes } from '../../../../src/core/quickFixes/index.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { applyEdits } from '../../../../src/core/text/span.js';
import { factsOf } from '../../../support/checkRule.js';
import { readArchive } from '../../../support/realShow.js';
import { sharedFolder } from '../../../support/shared.js';

const codesIn = (text: string, severities = {}): string[] =>
  computeProblems(factsOf({ text }), severities).map(({ code }) => code);

suite('a comment keeps quiet', () => {
  test('the next line, and no other', () => {
    const comment = '<!-- tgik-disable-next-line link.empty-target -- it is a sketch -->';
    assert.deepEqual(codesIn(`${comment}\n- ![]()`), []);
    assert.deepEqual(codesIn(`${comment}\r\n- ![]()\r\n- ![]()`), ['link.empty-target']);
  });
  test('its own line, and the whole note from any place', () => {
    assert.deepEqual(codesIn('- ![]() <!-- tgik-disable-line link.empty-target -->\n- ![]()'), ['link.empty-target']);
    assert.deepEqual(codesIn('- ![]()\n- ![]()\n\n<!-- tgik-disable-file link.empty-target -->'), []);
  });
  test('only the codes it names, wherever its reason mentions others', () => {
    assert.deepEqual(codesIn('<!-- tgik-disable-next-line link.missing-scheme -- or link.empty-target -->\n- ![]()'), [
      'suppression.unused',
      'link.empty-target',
    ]);
  });
  test('nothing where it stands in code', () => {
    assert.deepEqual(codesIn('```html\n<!-- tgik-disable-file link.empty-target -->\n```\n- ![]()'), [
      'link.empty-target',
    ]);
  });
  test('and is not called unused while its rule is off, or only asking the network can tell', () => {
    const text = '<!-- tgik-disable-file link.empty-target, link.dead -->\n\ntext';
    assert.deepEqual(codesIn(text, { 'link.empty-target': 'off' }), []);
    assert.deepEqual(codesIn(text), ['suppression.unused']);
  });
});

suite('URLs that a show ignores', () => {
  const text = '- [a](https://example.com/a?utm_source=x) [b](https://b.example.com/?utm_source=x)';
  test('have no problems', () => {
    const show = { ...TGIK, ignoreUrls: ['https://example.com/*'] };
    const found = computeProblems(factsOf({ text }, show)).filter(({ code }) => code === 'link.tracking');
    assert.deepEqual(
      found.map(({ span }) => span.start > text.indexOf('[b]')),
      [true],
    );
  });
  test('are whole ones, `*` for anything', () => {
    const url = 'https://a.io/b/c?d';
    for (const pattern of ['*', 'https://a.io/*', '*/b/*d', url, 'https://*/b/*']) assert.ok(matchesUrl(pattern, url));
    for (const pattern of ['', 'https://a.io/', 'b', '*c', 'https://a.io/b/c?d*d', '*x*']) {
      assert.ok(!matchesUrl(pattern, url), pattern);
    }
    assert.ok(!matchesUrl(`${'*a'.repeat(40)}b`, 'a'.repeat(20_000)));
  });
  test('are offered by host', () => {
    const facts = factsOf({ text });
    const problem = computeProblems(facts).find(({ code }) => code === 'link.tracking');
    assert.ok(problem);
    assert.equal(urlPatternFor(facts, problem), 'https://example.com/*');
  });
});

/** Tries every comment that is offered for the problems of a note; gives how many lines there were, and how many had one. */
function trySuppressing(facts: ReturnType<typeof factsOf>): void {
  const { text } = facts.episode.syntax;
  for (const problem of computeProblems(facts)) {
    const { line, file } = suppressingEdits(facts, problem);
    assert.ok(line ?? file, `${facts.path} ${problem.code}`);
    for (const edit of [line, file]) {
      if (!edit) continue;
      const after = applyEdits(text, [edit]);
      assert.equal(after.replace(edit.newText, ''), text);
    }
  }
}

suite('a comment that is offered', () => {
  test('stands above the line, indented like it', () => {
    const facts = factsOf({ text: '# T\n\n## Notes\n\n- a\n    - b\n    - ![]()\n    - c\n' });
    const [problem] = computeProblems(facts).filter(({ code }) => code === 'link.empty-target');
    assert.ok(problem);
    const { line } = suppressingEdits(facts, problem);
    assert.ok(line);
    const after = applyEdits(facts.episode.syntax.text, [line]);
    assert.ok(after.includes('    <!-- tgik-disable-next-line link.empty-target -->\n    - ![]()'), after);
  });
  test('can be removed again where it is in vain, leaving the note as it was', () => {
    const text =
      '- a\n\n<!-- tgik-disable-file link.tracking -- why -->\n- b <!-- tgik-disable-line link.tracking -->\n';
    let facts = factsOf({ text });
    for (let round = 0; round < 2; round += 1) {
      const problem = computeProblems(facts).find(({ code }) => code === 'suppression.unused');
      const fix = problem && computeFixes(facts, problem)[0];
      assert.ok(fix);
      facts = factsOf({ text: applyEdits(facts.episode.syntax.text, fix.edits) });
    }
    assert.equal(facts.episode.syntax.text, '- a\n\n- b\n');
  });
  test('is there for every problem of the real archive, and changes nothing else', function () {
    const archive = sharedFolder('archive');
    if (!archive) return this.skip();
    this.timeout(60_000);
    for (const facts of readArchive(archive)) trySuppressing(facts);
  });
});
