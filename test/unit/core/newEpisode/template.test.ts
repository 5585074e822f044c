import assert from 'node:assert/strict';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import type { NewEpisodeChoices } from '../../../../src/core/newEpisode/choices.js';
import { chooseTemplate, templatePaths } from '../../../../src/core/newEpisode/ownTemplate.js';
import { planNewEpisode } from '../../../../src/core/newEpisode/planNewEpisode.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { archiveOf } from '../../../support/archiveOf.js';

const EMBED = (id: string): string =>
  `<a href="https://www.youtube.com/watch?v=${id}\n" target="_blank"><img src="http://img.youtube.com/vi/${id}/hqdefault.jpg" /></a>`;
const note = (header: string, outline = '- [x] one\n- [ ] two'): string =>
  `${header}\n\n## Show Notes\n\n${outline}\n\n## Reference Links\n`;
const HEADER = `# Episode 003 : S : one\n\n- Hosted by @ada\n- Recording date: 2019-10-04\n\n${EMBED('abcdefghijk')}`;
const VALUES = { title: 'S : two', date: '2019-10-11', video: 'ABCDEFGHIJK' } as const;

function made(source: string, template: string | null = null, choices: NewEpisodeChoices = VALUES): string {
  const result = planNewEpisode(archiveOf({ 3: source }, { template }), choices, '2019-10-09');
  return result.kind === 'plan' ? (result.files[0]?.after ?? '') : assert.fail(result.message);
}

suite('The template of a new note', () => {
  test('the setting alone, else the first of the repository’s own that looks like a note', () => {
    assert.deepEqual(templatePaths({ ...TGIK, template: 'a.md' }), ['a.md']);
    const paths = templatePaths(TGIK);
    for (const path of ['documentation/template.md', 'episodes/episode_template.md'])
      assert.ok(paths.includes(path), path);
    assert.equal(chooseTemplate(TGIK, [null, '# Pull request', note('# T'), note('# U')]), note('# T'));
    assert.equal(chooseTemplate({ ...TGIK, template: 'a.md' }, ['anything']), 'anything');
    assert.equal(chooseTemplate(TGIK, [null]), null);
  });

  test('examples that stand in a template without placeholders are replaced, all else stays', () => {
    const template = note(
      `# Episode ### : Title\n- Hosted by @twitterhandle\n- 05/08/2020\n\n<!-- ours -->\n\n${EMBED('bQw3UZgYmOk')}\n\n## Week in Review\n\n### Core`,
      '',
    );
    const text = made(
      HEADER.replace('- Recording date', '- Date').concat('\n\n## Show Notes\n\n- [ ] two\n'),
      template,
    );
    assert.match(text, /^# Episode 004 : S : two\n- Hosted by @ada\n- Date: 2019-10-11\n\n<!-- ours -->/);
    assert.match(text, /### Core/);
    assert.doesNotMatch(text, /bQw3|twitterhandle|###\s*:|2020/);
    assert.equal(parseEpisode(text).video?.thumbnail?.id?.value, 'ABCDEFGHIJK');
  });

  test('an unfilled date line gets its date', () => {
    for (const line of ['- Recording date', '- Recording date:', '- Recording date: '])
      assert.match(
        made(note('# Hello'), note(`# Episode 000 : T\n\n${line}`), { date: '2019-10-11' }),
        /- Recording date: 2019-10-11\n/,
      );
  });

  test('a template that is not there, or has no section for the outline, is refused; the built-in one can be asked for', () => {
    const missing = archiveOf({ 3: note(HEADER) }, { show: { ...TGIK, template: 'gone.md' } });
    const refused = planNewEpisode(missing, VALUES, '2019-10-09');
    assert.equal(refused.kind === 'refused' && refused.reason, 'no-template');
    assert.equal(planNewEpisode(missing, { ...VALUES, template: 'built-in' }, '2019-10-09').kind, 'plan');
    const bare = archiveOf({ 3: note(HEADER) }, { template: '# {title}\n' });
    const again = planNewEpisode(bare, VALUES, '2019-10-09');
    assert.equal(again.kind === 'refused' && again.reason, 'no-outline-section');
    assert.equal(planNewEpisode(bare, { ...VALUES, carry: 'none' }, '2019-10-09').kind, 'plan');
  });
});

suite('The header of a new note follows the source’s', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['title', HEADER.replace('# Episode 003 :', '# Episode #3:'), /^# Episode #4: S : two\n/],
    ['date without a label', HEADER.replace('Recording date: 2019-10-04', '10/04/2019'), /\n- 2019-10-11\n/],
    ['hosts as links', HEADER.replace('@ada', '[@ada](https://a.dev)'), /\n- Hosted by \[@ada\]\(https:\/\/a\.dev\)\n/],
    ['hosts on two lines', HEADER.replace('@ada', '@ada\n- Hosted by @bob'), /\n- Hosted by @ada\n- Hosted by @bob\n/],
    [
      'iframe',
      HEADER.replace(EMBED('abcdefghijk'), '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'),
      /\n\n<iframe src="https:\/\/www\.youtube\.com\/embed\/ABCDEFGHIJK"><\/iframe>\n/,
    ],
    [
      'line of the video',
      HEADER.replace(EMBED('abcdefghijk'), '- Video: https://youtu.be/abcdefghijk'),
      /2019-10-11\n\n- Video: https:\/\/youtu\.be\/ABCDEFGHIJK\n/,
    ],
    [
      'a broken embed is not taken over',
      HEADER.replace('v=abcdefghijk', 'v='),
      /watch\?v=ABCDEFGHIJK\n" target="_blank"/,
    ],
  ];
  for (const [name, header, expected] of cases) test(name, () => assert.match(made(note(header)), expected));

  test('other hosts are written the show’s way', () =>
    assert.match(
      made(note(HEADER.replace('@ada', '[@ada](https://a.dev)')), null, { ...VALUES, hosts: ['@x', '@y'] }),
      /\n- Hosted by @x and @y\n/,
    ));
  test('the final line end is as the source’s', () => {
    assert.match(made(note(HEADER)), /[^\n]\n$/);
    assert.match(made(note(HEADER).trimEnd()), /\S$/);
  });
});

suite('Definitions travel with what refers to them', () => {
  const outline = '- [x] [docs][k8s]\n- [ ] ![pic] and [other]\n\n[other]: https://o.dev';
  const source = `${note(HEADER, outline)}\n- [ref][Only Refs]\n\n[k8s]: https://kubernetes.io\n[pic]: p.png "P"\n[only refs]: https://r.dev\n[unused]: https://u.dev\n`;
  const count = (text: string, line: string): number => text.split('\n').filter((one) => one === line).length;

  test('each once, none that is not used', () => {
    const text = made(source);
    for (const line of ['[k8s]: https://kubernetes.io', '[pic]: p.png "P"', '[other]: https://o.dev'])
      assert.equal(count(text, line), 1, `${line} in ${text}`);
    assert.equal(parseEpisode(text).links.filter(({ form }) => form === 'reference').length, 3);
  });
  test('also where the references stay behind', () => {
    const text = made(source, null, { ...VALUES, links: false });
    assert.equal(count(text, '[k8s]: https://kubernetes.io'), 1);
    assert.doesNotMatch(text, /only refs|unused/);
  });
  test('none for items that stay behind', () => {
    const text = made(source, null, { ...VALUES, links: false, carry: 'open' });
    assert.doesNotMatch(text, /k8s|unused/);
    assert.equal(count(text, '[pic]: p.png "P"'), 1);
  });
});
