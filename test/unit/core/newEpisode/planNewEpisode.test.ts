import assert from 'node:assert/strict';
import type { ArchiveWithNotes } from '../../../../src/core/archive/archive.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import type { NewEpisodeChoices, NewEpisodePlan } from '../../../../src/core/newEpisode/choices.js';
import { planNewEpisode, suggestNewEpisode } from '../../../../src/core/newEpisode/planNewEpisode.js';
import { walkOutline } from '../../../../src/core/outline/progress.js';
import { archiveOf } from '../../../support/archiveOf.js';
import { readSeed, sharedFolder } from '../../../support/shared.js';

const TODAY = '2019-10-09';
const BODY =
  '\n- Show Outline:\n    - [x] parts\n        \n        - [x] kubelet\n            - [x] c\\*i  \n        - [x] proxy tgik.io/002\n        - https://example.com\n            - [x] iptables\n        - [ ] scheduler\n            - a plain one\n              \n            - [ ] leader\n    - [x] intro\n\n';
const SOURCE = `# Episode 003 : Grokking : kubelet

- Hosted by @ada
- Recording date: 2019-10-04

<a href="https://www.youtube.com/watch?v=abcdefghijk
" target="_blank"><img src="http://img.youtube.com/vi/abcdefghijk/0.jpg" border="50" /></a>

## Table of Contents

- 00:00:00 - Old

## Week in Review

- [old news](https://example.com)

## Show Notes${BODY}## Reference Links

- [docs](https://example.com/docs)
`;
const archive = archiveOf({
  1: '# Episode 001 : Hello',
  2: SOURCE.replaceAll('003', '002').replace('kubelet', 'proxy').replace('[x] kubelet', '[ ] kubelet'),
  3: SOURCE,
  4: '# Episode 004 : Helm',
});

function plan(choices: NewEpisodeChoices = {}, from: ArchiveWithNotes = archive): NewEpisodePlan {
  const result = planNewEpisode(from, choices, TODAY);
  assert.equal(result.kind, 'plan', result.kind === 'refused' ? result.message : '');
  return result as NewEpisodePlan;
}
const note = (choices: NewEpisodeChoices = {}, from?: ArchiveWithNotes): string =>
  plan(choices, from).files[0]?.after ?? '';
const labels = (text: string): string[] =>
  [...walkOutline(parseEpisode(text).outline)]
    .filter(({ kind }) => kind !== 'section')
    .map(({ label, checked }) => (checked === null ? label : `${checked ? 'x' : ' '} ${label}`));

suite('planNewEpisode', () => {
  test('suggests source, number, next topic, next Friday and hosts', () => {
    const { from, title, number, date, hosts } = suggestNewEpisode(archive, TODAY);
    assert.deepEqual(
      [from?.number, title, number, date, hosts],
      [3, 'Grokking : scheduler', 5, '2019-10-11', ['@ada']],
    );
  });
  test('a show day counts as its own next', () =>
    assert.equal(suggestNewEpisode(archive, '2019-10-11').date, '2019-10-11'));
  test('a half-done topic goes on as Part 2', () => {
    const half = archiveOf({ 1: '# Episode 1 : S : one\n\n- [ ] one\n  - [x] a\n  - [ ] b\n- [ ] two' });
    assert.equal(suggestNewEpisode(half, TODAY).title, 'S : one Part 2');
  });

  test('writes the header in the source’s style with number, title, hosts, date and both ids', () => {
    assert.ok(
      note({ video: 'https://youtu.be/ABCDEFGHIJK' }).startsWith(`# Episode 005 : Grokking : scheduler

- Hosted by @ada
- Recording date: 2019-10-11
`),
    );
    const { title, video, date, hosts } = parseEpisode(
      note({ video: 'ABCDEFGHIJK', hosts: ['@b', '@c'], date: 'November 1, 2019' }),
    );
    assert.deepEqual(
      [title?.number?.value, video?.id, video?.thumbnail?.id?.value, date?.iso, hosts.map(({ name }) => name)],
      [5, 'ABCDEFGHIJK', 'ABCDEFGHIJK', '2019-11-01', ['@b', '@c']],
    );
    assert.match(note(), /watch\?v=VIDEO_ID\n" target.*VIDEO_ID\/0\.jpg" border="50"/);
  });
  test('carries the outline byte for byte but for stamps', () => {
    assert.ok(note().includes(`## Show Notes${BODY.replace('kubelet', 'kubelet tgik.io/003')}## Reference Links`));
    assert.ok(note({ stamp: false }).includes(`## Show Notes${BODY}## Reference Links`));
  });
  test('neither week nor table of contents are carried; references within the series only', () => {
    assert.doesNotMatch(note(), /old news|Old/);
    assert.match(note(), /\[docs]/);
    assert.match(note({ title: 'Grokking: etcd' }), /\[docs]/);
    assert.doesNotMatch(note({ links: false }), /\[docs]/);
    assert.doesNotMatch(note({ title: 'Something else' }), /\[docs]/);
  });
  test('fresh unticks all, and nothing else', () =>
    assert.ok(note({ carry: 'fresh' }).includes(BODY.replaceAll('[x]', '[ ]'))));
  test('open keeps open items and their ancestors', () =>
    assert.deepEqual(labels(note({ carry: 'open' })).slice(2), [
      'Show Outline:',
      'x parts',
      '  scheduler',
      'a plain one',
      '  leader',
      'docs',
    ]));
  test('none carries nothing', () => assert.deepEqual(labels(note({ carry: 'none' })).slice(2), []));

  test('a title decides the series', () => {
    const two = archiveOf({
      1: '# Episode 1 : Bread : rye\n\n## Show Notes\n- [ ] rye',
      2: '# Episode 2 : Bread : oat\n\n## Show Notes\n- [ ] oat',
      3: SOURCE,
    });
    assert.equal(plan({ title: 'Bread : spelt' }, two).from, 2);
    assert.equal(plan({ title: 'Bread : spelt', from: 3 }, two).from, 3);
    assert.equal(plan({ title: 'x', from: null }, two).from, null);
  });
  test('without a series the title waits for the host, one blank behind the colon', () => {
    assert.ok(note({}, archiveOf({ 1: '# Hello' })).startsWith('# Episode 002 : \n'));
  });
  test('an empty archive starts from the template', () => {
    const made = parseEpisode(note({ title: 'Hello' }, archiveOf({})));
    assert.equal(made.title?.text, 'Hello');
    assert.deepEqual(
      made.sections.map(({ kind }) => kind),
      ['contents', 'week', 'notes', 'references'],
    );
  });
  test('a template of the show’s own is filled', () => {
    const own = archiveOf(
      { 3: SOURCE },
      { template: '# {show} {number}: {title}\r\n\r\n{hosts}, {date}\r\n\r\n## Outline\r\n\r\n## Thanks\r\n' },
    );
    const made = note({}, own);
    assert.ok(
      made.startsWith('# TGIK 004: Grokking : scheduler\n\nHosted by @ada, 2019-10-11\n\n## Outline\n- Show Outline:'),
      made,
    );
    assert.match(made, /\n\n## Thanks\n/);
  });
  test('keeps CRLF and BOM of the source', () => {
    const made = note({}, archiveOf({ 3: `\uFEFF${SOURCE.replaceAll('\n', '\r\n')}` }));
    assert.equal(made[0], '\uFEFF');
    assert.doesNotMatch(made, /(?<!\r)\n/);
  });

  suite('adds one line on top of the index in its style', () => {
    const cases: readonly (readonly [string, string])[] = [
      [
        '# L\n\n- [004: Helm](episodes/004/README.md)\n- [003: K](episodes/003/README.md)\n',
        '# L\n\n- [005: Grokking : scheduler](episodes/005/README.md)\n- [004: Helm](episodes/004/README.md)\n- [003: K](episodes/003/README.md)\n',
      ],
      [
        '* [4 - Helm](<episodes/004/README.md>) talk\r\n',
        '* [005 - Grokking : scheduler](<episodes/005/README.md>)\r\n* [4 - Helm](<episodes/004/README.md>) talk\r\n',
      ],
      ['# L\n', '# L\n\n- [005: Grokking : scheduler](episodes/005/README.md)\n'],
    ];
    for (const [index, expected] of cases) {
      test(JSON.stringify(index), () => {
        const { files } = plan({}, archiveOf({ 1: '# A', 2: '# B', 3: SOURCE, 4: '# Episode 4 : Helm' }, { index }));
        assert.deepEqual(files[1], { path: 'playlist.md', before: index, after: expected });
      });
    }
    test('or none', () =>
      assert.equal(plan({ index: false }, archiveOf({ 3: SOURCE }, { index: '# L\n' })).files.length, 1));
  });

  suite('refuses', () => {
    const cases: readonly (readonly [NewEpisodeChoices, RegExp])[] = [
      [{ number: 3 }, /003 is taken by episodes\/003\/README\.md.*005/],
      [{ number: 0 }, /no episode number/],
      [{ number: 1.5 }, /no episode number/],
      [{ date: '2019-02-30' }, /is no date/],
      [{ video: 'nope' }, /no YouTube video/],
      [{ from: 77 }, /no episode 077/],
      [{ title: ' ' }, /title is empty/],
    ];
    for (const [choices, message] of cases) {
      test(JSON.stringify(choices), () => {
        const result = planNewEpisode(archive, choices, TODAY);
        assert.match(result.kind === 'refused' ? result.message : '', message);
      });
    }
  });

  suite('on the seeds', () => {
    for (const [from, next, title] of [
      ['086', '090', 'kube-proxy'],
      ['090', '093', 'kube-controller-manager'],
      ['093', '096', 'kube-scheduler'],
      ['096', '099', 'kube-apiserver'],
    ] as const) {
      test(`${from} → ${next}: topic ${title}, the whole outline carried`, function () {
        const seeds = sharedFolder('seeds');
        if (!seeds) this.skip();
        const known = ['086', '090', '093', '096', '099'].filter((number) => number <= from);
        const small = archiveOf({
          ...Object.fromEntries(known.map((number) => [Number(number), readSeed(seeds, number)])),
          [Number(next) - 1]: '# Other',
        });
        const made = plan({}, small);
        assert.deepEqual(
          [made.from, made.number, suggestNewEpisode(small, TODAY).title],
          [Number(from), Number(next), `Grokking Kubernetes : ${title}`],
        );
        const outline = (text: string): string => /## Show Notes\n([\s\S]*?)## Ref/.exec(text)?.[1] ?? '';
        const unstamped = (text: string): string => outline(text).replace(/ tgik\.io\/\d+$/gm, '');
        assert.notEqual(outline(readSeed(seeds, from)), '');
        assert.equal(unstamped(made.files[0]?.after ?? ''), unstamped(readSeed(seeds, from)));
      });
    }
  });
});
