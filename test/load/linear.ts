// npx tsx test/load/linear.ts: how the time to read and to judge a text grows with it, on texts made to be slow. SIZES=50000,100000,200000
import { performance } from 'node:perf_hooks';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import { rules } from '../../src/core/diagnostics/rules/index.js';
import { parseEpisode } from '../../src/core/episode/parseEpisode.js';
import { readAny } from '../fuzz/promises.js';

const SIZES = (process.env.SIZES ?? '25000,50000,100000,200000').split(',').map(Number);
const HEAD = '# Episode 010 : T\n\n- Hosted by @a\n- Recording date: 2019-10-11\n\n## Show Notes\n\n';

/** What is repeated, on one line or on lines of its own. */
const UNITS: readonly string[] = [
  'word ',
  '- [ ] a\n',
  '[a](https://a.io) ',
  '[a(https://a.io) ',
  '[a] (https://a.io) ',
  'a(https://a.io) ',
  '[a]https://a.io ',
  '[a](https://a.io)(https://a.io) ',
  '((https://a.io)) ',
  '(https://a.io',
  '\\\\[',
  'https://a.io/x ',
  'https://a.io, ',
  'https:/a.io ',
  '![]() ',
  '[a](<b c ',
  '](',
  '[',
  '(',
  '!!![',
  '<a href="',
  '<!-- ',
  '<!-- tgik-disable-line x ',
  '<!-- tgik-disable-line x -->\n',
  '`',
  '*a ',
  '_a_',
  '"https:',
  '....,,,,',
  '\t',
  '- \n',
  '- a\n\n\n',
  '1. a\n',
  '00:00:00 ',
  '- 00:00:00 - a\n',
  'tgik.io/010 ',
  '- [x] a tgik.io/010\n',
  '## a\n',
  '# 1 : ',
  '\uD83D\uDE00',
  ':smile: ',
  '[a][b] ',
  '[a]: https://a.io\n',
  '| a | b |\n',
  'a@b.io ',
  '&amp;',
  '\\[',
  'Part 1 ',
  'and ',
  '//\t',
  "'",
  ...['*a_ ', '*_* _ ', '**a ', 'a_ ', '~~a ', '__a ', 'a]', '[a', '[ a_', '[ (](', '![[]()', '[a](<b', '[a](b'],
  ...['a <? ', 'a <!A ', 'a <![CDATA[ ', '["https://a.io/x",', 'a\n===\n', 'b\n', 'a\r', '> a\n', '> - a\n', '* * *\n'],
  ...[
    '{"a":[1,2]},',
    'iVBORw0KGgo+/a',
    '<b>a</b> ',
    '<a href="https://a.io"><img src="b.png"></a>\n',
    '| [a](b) | c |\n',
  ],
];

const least = (run: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 2; times += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
    if (best > 1000) break;
  }
  return best;
};

/** The power of the length that the time grows with, from the last doubling. */
const power = (times: readonly number[]): number => Math.log2((times.at(-1) ?? 1) / (times.at(-2) ?? 1));

const rows: Record<string, Record<string, string | number>> = {};
for (const unit of UNITS) {
  const texts = SIZES.map((size) => HEAD + unit.repeat(Math.ceil(size / unit.length)));
  const read = texts.map((text) => least(() => parseEpisode(text)));
  const judge = texts.map((text) => {
    const facts = readAny(text);
    return least(() => computeProblems(facts));
  });
  const row: Record<string, string | number> = {
    'read, ms': read.map((ms) => ms.toFixed(0)).join(' '),
    'its power': Number(power(read).toFixed(1)),
    'judge, ms': judge.map((ms) => ms.toFixed(0)).join(' '),
    'power ': Number(power(judge).toFixed(1)),
  };
  if (power(judge) > 1.5 && (judge.at(-1) ?? 0) > 100 && process.env.RULES) {
    const facts = readAny(texts.at(-1) ?? '');
    const slow = rules
      .map((rule) => [rule.code, least(() => rule.check(facts))] as const)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3);
    row.slowest = slow.map(([code, ms]) => `${code} ${ms.toFixed(0)}`).join(', ');
  }
  rows[JSON.stringify(unit)] = row;
  console.log(JSON.stringify(unit), JSON.stringify(row));
}
console.table(rows);
