import assert from 'node:assert/strict';
import fs from 'node:fs';
import ts from 'typescript';
// @ts-expect-error a script has no types
import { collect } from '../../scripts/l10n.mjs';
import { buildArchive } from '../../src/core/archive/buildArchive.js';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import { rules } from '../../src/core/diagnostics/rules/index.js';
import type { NewEpisodeChoices } from '../../src/core/newEpisode/choices.js';
import { planNewEpisode } from '../../src/core/newEpisode/planNewEpisode.js';
import { computeFixes } from '../../src/core/quickFixes/index.js';
import { parseShowFile } from '../../src/core/show/parseShowFile.js';
import { TGIK } from '../../src/core/show/show.js';
import { translator } from '../../src/core/text/translator.js';
import { judgeAnswer, judgeEnding } from '../../src/links/describe.js';
import { factsOf } from '../support/checkRule.js';
import { readMarked } from '../support/markedText.js';
import { readArchive } from '../support/realShow.js';
import { sharedFolder } from '../support/shared.js';

type Bundle = Readonly<Record<string, string>>;
const read = (name: string): Bundle => JSON.parse(fs.readFileSync(`l10n/${name}`, 'utf8'));
const german = read('bundle.l10n.de.json');
const inGerman = translator(german);
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const hint = 'Run node scripts/l10n.mjs, and translate what it names.';

suite('what the extension says', () => {
  test('is collected for translators', () => {
    assert.ok(collect().length > 300);
    assert.deepEqual(read('bundle.l10n.json'), Object.fromEntries(collect().map((text: string) => [text, text])), hint);
  });

  test('is all there in German, and nothing else', () => {
    assert.deepEqual(Object.keys(german), collect(), hint);
    for (const [english, translation] of Object.entries(german)) {
      assert.notEqual(translation.trim(), '', english);
      assert.deepEqual(placeholders(translation), placeholders(english), english);
      assert.doesNotMatch(translation, /[’”]/, 'quotes in German are „ and “');
    }
  });

  test('is really German', () => {
    assert.deepEqual(
      Object.keys(german).filter((english) => german[english] === english),
      ['Video'],
    );
  });

  test('goes through vscode.l10n wherever the editor shows it', () => {
    const shown = filesOf('src/extension').flatMap((file) => untranslated(parse(file)));
    assert.deepEqual(shown, []);
  });
});

suite('what the core says, in German', () => {
  /** Every sentence, known to the bundle. */
  const check = (sentences: readonly string[]): void => {
    for (const english of sentences) {
      const translated = inGerman(english);
      assert.notEqual(translated, english, english);
      const own = translated.replace(/„[^“]*“/g, '');
      assert.doesNotMatch(own, /\{\d\}|\bExpected\b|\b(?:it|its|the) (?=\w)/, `${english} → ${translated}`);
    }
  };

  test('problems of all rules and the titles of their fixes', () => {
    const said = rules.flatMap(({ code, examples }) =>
      examples.flatMap((example) => {
        const facts = factsOf({ ...example, text: readMarked(example.text).text });
        const own = computeProblems(facts).filter((problem) => problem.code === code);
        return own.flatMap((problem) => [problem.message, ...computeFixes(facts, problem).map(({ title }) => title)]);
      }),
    );
    assert.ok(said.length > 100);
    check(said);
  });

  test('problems of the real archive', function () {
    const archive = sharedFolder('archive');
    if (!archive) return this.skip();
    for (const facts of readArchive(archive))
      for (const problem of computeProblems(facts)) {
        assert.notEqual(inGerman(problem.message), problem.message);
        for (const { title } of computeFixes(facts, problem)) assert.notEqual(inGerman(title), title);
      }
  });

  test('refusals of a new episode', () => {
    const notes = new Map([['episodes/003/README.md', '# Episode 3 : Series : One\n\n## Show Notes\n\n- [ ] two']]);
    const refuse = (choices: NewEpisodeChoices, template: string | null = null, named = ''): string[] => {
      const show = { ...TGIK, template: named };
      const archive = buildArchive(show, { notes, folders: ['003', '004'], index: '- [005: Five](x)\n', template });
      const plan = planNewEpisode(archive, choices, '2019-10-11');
      return plan.kind === 'refused' ? [plan.message] : [];
    };
    const refusals = [
      ...[3, 4, 5, 0].flatMap((number) => refuse({ number })),
      ...refuse({ title: ' ' }),
      ...refuse({ date: 'soon' }),
      ...refuse({ video: 'nope' }),
      ...refuse({ from: 9 }),
      ...refuse({}, null, 'mine.md'),
      ...refuse({}, '# T\n', 'mine.md'),
      ...refuse({}, '# T\n'),
    ];
    assert.equal(refusals.length, 11);
    check(refusals);
    assert.match(inGerman(refusals[1] ?? ''), /^Episode 004 ist vergeben durch den Ordner 004\. /);
    assert.match(inGerman(refusals[2] ?? ''), /^Episode 005 ist vergeben durch die Zeile 005 von playlist\.md\. /);
  });

  test('wrong settings', () => {
    const wrong = Object.keys(TGIK).map((key) => `"${key}": {}`);
    const text = `{ ${wrong}, "numberWidth": 0, "nme": 1, "links": { "ignore": [1] } }`;
    const problems = [text, '{ "notes": "a", "numberWidth": 10, "links": 1 }', '[]', '{'].flatMap(
      (one) => parseShowFile(one).problems,
    );
    assert.ok(problems.length > 10);
    for (const { message } of problems) assert.notEqual(inGerman(message), message);
    assert.equal(inGerman('“numberWidth” is 10. Expected at most 9.'), '„numberWidth“ ist 10. Erwartet: höchstens 9.');
  });

  test('why links are dead, moved, blocked or out of reach', () => {
    const url = 'https://example.com/a';
    const status = { kind: 'status', location: null, wall: false, cookie: false, text: null } as const;
    const failures = [
      'missing-host',
      'look-up',
      'timeout',
      'reset',
      'refused',
      'certificate',
      'network',
      'private',
    ] as const;
    const ending = {
      answer: { ...status, status: 200 },
      endless: null,
      cookie: false,
      lasting: url,
      url,
      hops: 0,
      attempts: 1,
    };
    const judged = [
      ...failures.map((failure) => judgeAnswer({ kind: 'failure', failure })),
      ...[200, 403, 404, 503].map((code) => judgeAnswer({ ...status, status: code })),
      judgeAnswer({ ...status, status: 403, wall: true }),
      judgeAnswer({ kind: 'heldBack', reason: 'the host answers 429 and asks to wait' }),
      ...(['nowhere', 'circle', 'many'] as const).map((endless) => judgeEnding({ ...ending, endless }, url)),
      judgeEnding({ ...ending, endless: 'circle', cookie: true }, url),
      judgeEnding({ ...ending, lasting: 'https://example.com/b' }, url),
    ].map((judgement) => judgement?.reason ?? '');
    assert.ok(judged.every((reason) => reason !== ''));
    check([...judged, ...judged.map((reason) => `This link is dead: ${reason}.`)]);
    assert.equal(inGerman('This link is dead: it answers 404.'), 'Dieser Link ist tot: er antwortet mit 404.');
  });
});

const filesOf = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);

/** Properties and calls whose strings people read. */
const SHOWN =
  /^(?:title|label|description|detail|placeHolder|placeholder|prompt|tooltip|message|openLabel|saveLabel|text|value|name)$/;
const SHOWING =
  /\.show(?:Information|Warning|Error)Message$|\.setStatusBarMessage$|^Error$|\.(?:CodeAction|TreeItem|Diagnostic|MarkdownString)$|\.append(?:Text|Markdown)$/;
/** Ids and examples that stand where words may stand too, the name of the product, and what only the log tells. */
const NO_WORDS = [
  'FileNotFound',
  'FileNotADirectory',
  'go on',
  'markdown',
  'TGIK Episodes',
  'https://youtu.be/…',
  'the worker did not start',
];

/** Words in code that are shown as they stand. */
function untranslated(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return [];
  const below: string[] = [];
  ts.forEachChild(node, (child) => void below.push(...untranslated(child)));
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
    const words = ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('\u0000')
      : node.text;
    const apart = words.replace(/\$\([\w-]+\)?/g, '');
    const isWords = isShown(node) ? /\p{L}{2}/u.test(apart) : /\p{L}{2,} \p{L}{2,}|^\p{Lu}\p{Ll}/u.test(apart);
    if (isWords && !isTranslatedOrLogged(node) && !NO_WORDS.includes(words))
      below.push(`${node.getSourceFile().fileName}: ${node.getText()}`);
  }
  return below;
}

/** Whether a string stands, maybe behind `? :` or `??`, where it is shown. */
function isShown({ parent, ...node }: ts.Node): boolean {
  if (ts.isConditionalExpression(parent) || ts.isBinaryExpression(parent) || ts.isParenthesizedExpression(parent)) {
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return ts.isPropertyAccessExpression(parent.left) && SHOWN.test(parent.left.name.text);
    const compares = ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText());
    return !compares && isShown(parent);
  }
  if (ts.isPropertyAssignment(parent)) return SHOWN.test(parent.name.getText());
  if (ts.isNewExpression(parent) || ts.isCallExpression(parent)) {
    const argument = parent.arguments?.[0];
    return SHOWING.test(parent.expression.getText()) && argument?.pos === node.pos;
  }
  return false;
}

const isTranslatedOrLogged = (node: ts.Node): boolean => {
  for (let at = node; at; at = at.parent)
    if (ts.isCallExpression(at) && /\bl10n\.t$|[lL]og\.\w+$/.test(at.expression.getText())) return true;
  return false;
};
