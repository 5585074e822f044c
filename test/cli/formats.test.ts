import assert from 'node:assert/strict';
import type { JsonProblem } from '../../src/cli/check/jsonProblem.js';
import { githubText } from '../../src/cli/formats/github.js';
import { problemsText } from '../../src/cli/formats/problemsText.js';
import { sarifText } from '../../src/cli/formats/sarif.js';

const problem = (over: Partial<JsonProblem> = {}): JsonProblem => ({
  file: 'episodes/001/README.md',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  code: 'link.empty-target',
  severity: 'error',
  message: 'Nothing is there.',
  fixes: [],
  ...over,
});

suite('GitHub annotations', () => {
  test('name file, place and code', () => {
    assert.equal(
      githubText([problem()]),
      '::error file=episodes/001/README.md,line=3,col=5,endLine=3,endColumn=9,title=link.empty-target::Nothing is there.\n',
    );
  });

  test('are notices below a warning', () => {
    const all = (['error', 'warning', 'info', 'hint'] as const).map((severity) => problem({ severity }));
    const words = githubText(all).match(/^::\w+/gm);
    assert.deepEqual(words, ['::error', '::warning', '::notice', '::notice']);
  });

  test('escape what GitHub would read as its own', () => {
    const text = githubText([problem({ file: 'a,b:c%.md', message: '100%: one, two\r\nthree' })]);
    assert.match(text, /file=a%2Cb%3Ac%25\.md,/);
    assert.match(text, /::100%25: one, two%0D%0Athree\n$/);
  });
});

suite('Problems as text', () => {
  test('stay on one line each', () => {
    const [line, summary] = problemsText([problem({ message: 'one\ntwo\u001b[31m' })], 1).split('\n');
    assert.equal(line, 'episodes/001/README.md:3:5 error link.empty-target one two [31m');
    assert.equal(summary, '1 problem (1 error) in 1 note');
  });
});

suite('SARIF', () => {
  const fixes = [
    {
      title: 'Remove it',
      preferred: true,
      edits: [{ line: 3, column: 5, endLine: 3, endColumn: 9, newText: '' }],
    },
  ];
  const log = JSON.parse(sarifText([problem({ file: 'my notes/ä%.md', severity: 'hint', fixes }), problem()]));
  const [run] = log.runs;

  test('is version 2.1.0 with UTF-16 columns', () => {
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema, /sarif-2\.1\.0/);
    assert.equal(log.runs.length, 1);
    assert.equal(run.columnKind, 'utf16CodeUnits');
  });

  test('tells of every rule, and results point at theirs', () => {
    const { name, version, rules } = run.tool.driver;
    assert.equal(name, 'tgik');
    assert.match(version, /^\d+\.\d+\.\d+/);
    for (const rule of rules) {
      assert.match(rule.id, /^[a-z]+\.[a-z-]+$/);
      assert.ok(rule.shortDescription.text.length > 0);
      assert.ok(['error', 'warning', 'note'].includes(rule.defaultConfiguration.level));
    }
    for (const { ruleId, ruleIndex } of run.results) assert.equal(rules[ruleIndex].id, ruleId);
  });

  test('places a result by a relative URI', () => {
    const [first, second] = run.results;
    assert.equal(first.level, 'note');
    assert.equal(second.level, 'error');
    assert.deepEqual(first.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'my%20notes/%C3%A4%25.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        },
      },
    ]);
    assert.ok('%SRCROOT%' in run.originalUriBaseIds);
    assert.equal(second.fixes, undefined);
    assert.deepEqual(first.fixes[0].artifactChanges[0].replacements, [
      {
        deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        insertedContent: { text: '' },
      },
    ]);
  });
});
