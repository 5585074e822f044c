import assert from 'node:assert/strict';
import type { Episode } from '../../../../src/core/episode/episode.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { slice } from '../../../../src/core/text/span.js';
import { readSeed, sharedFolder } from '../../../support/shared.js';

const header = (lines: string): Episode =>
  parseEpisode(`# T\n\n${lines}\n\n## Show Notes\n\n- Hosted by @nobody\n- 01/02/2003`);

suite('parseEpisode', () => {
  suite('reads a title', () => {
    const cases: readonly (readonly [string, number | null, string])[] = [
      ['# Episode 093 : Grokking : kubelet', 93, 'Grokking : kubelet'],
      ['# Episode 74 : KubeVirt', 74, 'KubeVirt'],
      ['# Episode 066: Secrets', 66, 'Secrets'],
      ['# Episode #44 : Knative', 44, 'Knative'],
      ['# Episode069 : Gloo', 69, 'Gloo'],
      ['# TGIK Episode #39', 39, ''],
      ['# Episode 67 : ', 67, ''],
      ['# A Quick Tour', null, 'A Quick Tour'],
      ['# Grokking:  kubelet', null, 'Grokking : kubelet'],
      ['# 10:30 is no segment', null, '10:30 is no segment'],
      ['# Episode 2020 in review', null, 'Episode 2020 in review'],
      ['# Episode 12 Hello', 12, 'Hello'],
      ['## Links\n# Episode 065 : Secret!', 65, 'Secret!'],
      ['# One\n\n# Two', null, 'One'],
      ['Episode 12\n==========', 12, ''],
    ];
    for (const [text, number, title] of cases) {
      test(JSON.stringify(text), () => {
        const episode = parseEpisode(text);
        assert.equal(episode.title?.number?.value ?? null, number);
        assert.equal(episode.title?.text, title);
        if (episode.title?.number) assert.equal(Number(slice(text, episode.title.number.span)), number);
      });
    }
    test('none', () => assert.equal(parseEpisode('## Notes').title, null));
  });

  suite('reads hosts', () => {
    const cases: readonly (readonly [string, string[]])[] = [
      ['- Hosted by @a', ['@a']],
      ['- Hosted by @a\n- Hosted by @b-c', ['@a', '@b-c']],
      ['- Hosted by @a and @b', ['@a', '@b']],
      ['- Hosted by @a, @b & @c', ['@a', '@b', '@c']],
      ['- hosted by: [@a](https://example.com/a)', ['@a']],
      ['- Hosted by Ada Lovelace', ['Ada Lovelace']],
      ['- Hosted by\n  - @a\n  - [@b](https://example.com/b)', ['@a', '@b']],
      ['Hosted by @a (again)', ['@a']],
      ['- Recording date: 2019-01-02', []],
    ];
    for (const [lines, expected] of cases)
      test(JSON.stringify(lines), () =>
        assert.deepEqual(
          header(lines).hosts.map(({ name }) => name),
          expected,
        ),
      );
    test('by the show’s own line', () => {
      const episode = parseEpisode('# T\n\n- Mit Ada und Bob', { ...TGIK, hostLine: 'Mit {hosts}' });
      assert.deepEqual(
        episode.hosts.map(({ name }) => name),
        ['Ada und Bob'],
      );
    });
  });

  suite('reads a date', () => {
    const cases: readonly (readonly [string, string | null, string])[] = [
      ['- Recording date: 2019-10-11', '2019-10-11', '2019-10-11'],
      ['- 08/09/2019', '2019-08-09', '08/09/2019'],
      ['- 11/1/2019', '2019-11-01', '11/1/2019'],
      ['- Recording date: 20190809', '2019-08-09', '20190809'],
      ['- Recording date: 08.09.2019', '2019-08-09', '08.09.2019'],
      ['- Recording date: 08-09-2019', '2019-08-09', '08-09-2019'],
      ['- Recording date: 08/09/19', '2019-08-09', '08/09/19'],
      ['- Recording date: August 9, 2019', '2019-08-09', 'August 9, 2019'],
      ['- Recording date: 2019-10-11 (Friday)', '2019-10-11', '2019-10-11'],
      ['- **Recording date**: 2019-10-11', '2019-10-11', '2019-10-11'],
      ['- Recording date', null, ''],
      ['- Recording date: 2019-02-30', null, '2019-02-30'],
      ['- Recording date: 13/09/2019', null, '13/09/2019'],
    ];
    for (const [lines, iso, written] of cases) {
      test(JSON.stringify(lines), () => {
        const { date, syntax } = header(lines);
        assert.equal(date?.iso ?? null, iso);
        assert.equal(date && slice(syntax.text, date.span), written);
      });
    }
    test('only in the header', () => assert.equal(header('words').date, null));
    test('not in prose', () => assert.equal(header('- Date night with @b').date, null));
  });

  suite('reads the video', () => {
    const id = 'CKpSyl5vgK8';
    const embed = (href: string, src: string): string =>
      `<a href="${href}" target="_blank"><img src="${src}" width="480" /></a>`;
    const cases: readonly (readonly [string, string | undefined, string | null, string | null])[] = [
      [
        embed(`https://www.youtube.com/watch?v=${id}\n`, `http://img.youtube.com/vi/${id}/hqdefault.jpg`),
        'thumbnail',
        id,
        id,
      ],
      [
        embed(
          `http://www.youtube.com/watch?feature=player_embedded&v=${id}\n`,
          `http://img.youtube.com/vi/${id}/0.jpg`,
        ),
        'thumbnail',
        id,
        id,
      ],
      [embed(`https://youtu.be/${id}`, 'https://example.com/pic.jpg'), 'thumbnail', id, null],
      [embed('tgik.io/077', `https://i.ytimg.com/vi/${id}/maxresdefault.jpg`), 'thumbnail', id, id],
      [embed('https://www.youtube.com/watch?v=\n\n', `http://img.youtube.com/vi/${id}/0.jpg`), 'thumbnail', id, id],
      [`<iframe width="560" src="https://www.youtube.com/embed/${id}?rel=0"></iframe>`, 'iframe', id, null],
      [`- Video: https://www.youtube.com/watch?v=${id}&t=3s`, 'bare', id, null],
      [`- Video: [https://youtu.be/${id}](https://youtu.be/${id})`, 'link', id, null],
      [`[Watch now](https://www.youtube.com/watch?v=${id})`, 'link', id, null],
      ['https://www.youtube.com/watch?v=', 'bare', null, null],
      ['![pic](https://example.com/pic.jpg)', undefined, null, null],
    ];
    for (const [lines, form, expected, thumbnail] of cases) {
      test(JSON.stringify(lines), () => {
        const { video, syntax } = header(lines);
        assert.deepEqual(
          [video?.form, video?.id ?? null, video?.thumbnail?.id?.value ?? null],
          [form, expected, thumbnail],
        );
        if (video?.link?.id) assert.equal(slice(syntax.text, video.link.id.span), expected);
      });
    }
  });

  suite('reads chapters', () => {
    const cases: readonly (readonly [string, readonly (readonly [number | null, string])[]])[] = [
      ['- 00:05:50 - Week in Review', [[350, 'Week in Review']]],
      ['- [00:05:50 - Week](https://youtu.be/x?t=350)', [[350, 'Week']]],
      ['- [00:05:50](https://youtu.be/x) - Week', [[350, 'Week']]],
      ['- 00:05:50 - [Week](https://youtu.be/x)', [[350, 'Week']]],
      ['- 5:50 Week', [[350, 'Week']]],
      ['- [00:05] Week', [[5, 'Week']]],
      [
        '00:00:00 - One\n00:01:00 - Two',
        [
          [0, 'One'],
          [60, 'Two'],
        ],
      ],
      [
        '- 00:00:00 - One\n    - 00:00:10 - Two',
        [
          [0, 'One'],
          [10, 'Two'],
        ],
      ],
      ['- 19:00:00 - Kind', [[68400, 'Kind']]],
      ['- 00:61:00 - Late', [[null, 'Late']]],
      ['- 1:2:3 - Odd', [[null, 'Odd']]],
      ['Note: times are wall-clock', []],
    ];
    for (const [lines, expected] of cases) {
      test(JSON.stringify(lines), () => {
        const { chapters } = parseEpisode(`# T\n\n## Table of Contents\n\n${lines}\n\n## Notes\n\n- 00:09:00 - none`);
        assert.deepEqual(
          chapters.map(({ seconds, title }) => [seconds, title]),
          expected,
        );
      });
    }
    test('without a heading, in the header', () => assert.equal(header('- 00:00:00 - Hi').chapters.length, 1));
  });

  test('names sections by what they are', () => {
    const names = [
      'Table of Contents',
      'Timeline',
      'Week in Review',
      'News of the Week',
      'Kubernetes News Links',
      'This week in Kubernetes',
      'Show notes',
      'Outline',
      'Reference Links',
      'Episode Links',
      'Resources',
      'Demo',
    ];
    const { sections } = parseEpisode(`# T\n\n${names.map((name) => `## ${name}`).join('\n')}`);
    assert.deepEqual(
      sections.map(({ kind }) => kind),
      [
        'contents',
        'contents',
        'week',
        'week',
        'week',
        'week',
        'notes',
        'notes',
        'references',
        'references',
        'references',
        'other',
      ],
    );
  });

  test('finds links of every form, and cross references in prose only', () => {
    const text = [
      '# T',
      '',
      'a [b](c) ![d](e) <https://f.example> https://g.example [h][i] [i]',
      '',
      'tgik.io/086, x.tgik.io/087 [j](tgik.io/088) `tgik.io/089` https://tgik.io/090',
      '',
      '<a href="tgik.io/077">k</a>',
      '',
      '[i]: l "m"',
    ].join('\n');
    assert.deepEqual(
      parseEpisode(text).links.map(({ form, url, episode }) => [form, url, episode]),
      [
        ['inline', 'c', null],
        ['image', 'e', null],
        ['autolink', 'https://f.example', null],
        ['bare', 'https://g.example', null],
        ['reference', 'i', null],
        ['reference', 'i', null],
        ['crossReference', 'tgik.io/086', 86],
        ['inline', 'tgik.io/088', 88],
        ['bare', 'https://tgik.io/090', 90],
        ['html', 'tgik.io/077', 77],
        ['definition', 'l', null],
      ],
    );
  });

  for (const text of [
    '',
    '\uFEFF',
    '\0',
    '#',
    '# ',
    '- ',
    '[',
    '<a href=',
    '<!--',
    '\r',
    '# Episode',
    '- [',
    '\ud800',
  ]) {
    test(`does not throw on ${JSON.stringify(text)}`, () => assert.equal(parseEpisode(text).syntax.text, text));
  }

  suite('on the seeds', () => {
    const expected: readonly (readonly [string, string, number, number])[] = [
      ['086', '2019-08-09', 10, 53],
      ['090', '2019-09-13', 18, 54],
      ['093', '2019-10-11', 27, 55],
      ['096', '2019-11-01', 39, 58],
      ['099', '2019-12-13', 50, 73],
    ];
    for (const [number, date, done, total] of expected) {
      test(`${number}: ${done} of ${total} done`, function () {
        const seeds = sharedFolder('seeds');
        if (!seeds) this.skip();
        const episode = parseEpisode(readSeed(seeds, number));
        assert.deepEqual(episode.progress, { done, total });
        assert.equal(episode.date?.iso, date);
        assert.equal(episode.title?.number?.value, Number(number));
        assert.deepEqual(
          episode.hosts.map(({ name }) => name),
          ['@mauilion'],
        );
      });
    }
  });
});
