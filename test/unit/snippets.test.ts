import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buildArchive } from '../../src/core/archive/buildArchive.js';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import { parseEpisode } from '../../src/core/episode/parseEpisode.js';
import { TGIK } from '../../src/core/show/show.js';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = Object.entries(
  JSON.parse(readFileSync('snippets/episode.code-snippets', 'utf8')) as Record<string, Snippet>,
);

const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2024',
  CURRENT_MONTH: '03',
  CURRENT_DATE: '22',
  TM_DIRECTORY: '/shows/ours/episodes/093',
};

interface Expanded {
  readonly text: string;
  readonly stops: readonly number[];
}

/** A snippet as it stands before anything is typed: defaults, first choices, variables. Throws where it is malformed. */
function expand(body: string, variables = VARIABLES): Expanded {
  const stops: number[] = [];
  const defaults = new Map<string, string>();
  let at = 0;

  const until = (stop: string): string => {
    let out = '';
    while (at < body.length && body[at] !== stop) {
      if (body[at] === '\\') {
        out += body[at + 1] ?? '';
        at += 2;
      } else if (body[at] === '$') out += variable();
      else out += body[at++];
    }
    return out;
  };

  const take = (pattern: RegExp): string | undefined => {
    const found = new RegExp(pattern.source, 'y');
    found.lastIndex = at;
    const text = found.exec(body)?.[0];
    at += text?.length ?? 0;
    return text;
  };

  const variable = (): string => {
    at += 1;
    const braced = take(/\{/) !== undefined;
    const name = take(/\d+|[A-Z_]+/);
    assert.ok(name !== undefined, `a bare $ at ${at}`);
    let value = /^\d/.test(name) ? defaults.get(name) : variables[name];
    assert.ok(/^\d/.test(name) || value !== undefined, `no variable ${name}`);
    if (/^\d/.test(name)) stops.push(Number(name));
    if (!braced) return value ?? '';
    if (take(/:/)) value = until('}');
    else if (take(/\|/)) {
      const choices = take(/[^|]*/)?.split(',') ?? [];
      assert.ok(choices.length > 1 && !choices.includes(''), `choices of ${name}`);
      assert.ok(take(/\|/), `end of choices of ${name}`);
      value = choices[0];
    } else if (take(/\//)) {
      const pattern = take(/(?:\\.|[^/])*/) ?? '';
      assert.ok(take(/\//), `middle of transform of ${name}`);
      const format = /^(?:\$\{1:-(\w+)\})\//.exec(body.slice(at));
      assert.ok(format, `format of ${name}`);
      at += format[0].length;
      value = (value ?? '').replace(new RegExp(pattern), (_, group?: string) => group ?? format[1] ?? '');
    }
    assert.ok(take(/\}/), `end of ${name}`);
    if (/^\d/.test(name)) defaults.set(name, value ?? '');
    return value ?? '';
  };

  const text = until('\0');
  return { text, stops };
}

const expanded = (prefix: string, variables = VARIABLES): string => {
  const found = snippets.find(([, snippet]) => snippet.prefix === prefix);
  assert.ok(found, prefix);
  return expand(found[1].body.join('\n'), variables).text;
};

suite('Snippets', () => {
  test('have prefixes that are unique and start with tgik-', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const prefix of prefixes) assert.match(prefix, /^tgik-[a-z]+$/);
  });

  for (const [name, { body, description }] of snippets) {
    test(`${name}: its tab stops are balanced, count from 1 without a gap, and end at $0`, () => {
      const { stops } = expand(body.join('\n'));
      const used = [...new Set(stops)].sort((a, b) => a - b);
      assert.deepEqual(used, [...used.keys()]);
      assert.equal(stops.filter((stop) => stop === 0).length, 1);
      assert.ok(description.length > 0);
    });
  }

  test('a whole note has the header the extension reads, and all sections', () => {
    const note = expanded('tgik-episode');
    assert.equal(
      note.split('\n').slice(0, 5).join('\n'),
      '# Episode 093 : Title\n\n- Hosted by @handle\n- Recording date: 2024-03-22\n',
    );
    const episode = parseEpisode(note, TGIK);
    assert.deepEqual(
      [episode.title?.number?.value, episode.title?.text, episode.hosts.map(({ name }) => name), episode.date?.iso],
      [93, 'Title', ['@handle'], '2024-03-22'],
    );
    assert.deepEqual(
      episode.sections.map(({ kind }) => kind),
      ['contents', 'week', 'notes', 'references'],
    );
    assert.equal(episode.video?.form, 'thumbnail');
    assert.deepEqual(episode.progress, { done: 0, total: 1 });
  });

  test('a whole note has no problem but the video’s missing id', () => {
    const path = 'episodes/093/README.md';
    const archive = buildArchive(TGIK, {
      notes: new Map([[path, expanded('tgik-episode')]]),
      folders: [],
      index: null,
      template: null,
    });
    const archived = archive.episodes[0] ?? assert.fail();
    const facts = {
      show: TGIK,
      episode: archive.notes.get(path) ?? assert.fail(),
      path,
      archived,
      archive,
      fileExists: () => true,
    };
    const codes = computeProblems(facts).map(({ code }) => code);
    assert.deepEqual(
      [...new Set(codes)].filter((code) => code !== 'video.id-missing'),
      [],
    );
  });

  test('a whole note outside a numbered folder asks for the number', () => {
    for (const folder of ['', 'C:\\notes', '/shows/ours']) {
      assert.match(expanded('tgik-episode', { ...VARIABLES, TM_DIRECTORY: folder }), /^# Episode NNN : Title\n/);
    }
  });

  test('the video’s embed is the one of the note, its id in both places', () => {
    const embed = expanded('tgik-video').trimEnd();
    assert.ok(expanded('tgik-episode').includes(embed));
    assert.equal(embed.split('VIDEO_ID').length, 3);
    assert.match(embed, /^<a href="[^"\n]+\n" target/);
  });

  const lines: Readonly<Record<string, string>> = {
    'tgik-news': '- [Headline](https://example.com) - why it matters\n',
    'tgik-chapter': '- 00:00:00 - Welcome\n',
    'tgik-task': '- [ ] topic',
    'tgik-topic': '- [ ] topic\n    - [ ] theory of operation\n    - [ ] demo',
    'tgik-stamp': 'tgik.io/093',
    'tgik-link': '- [Title](https://example.com)\n',
    'tgik-section': '## Table of Contents\n\n',
  };
  for (const [prefix, text] of Object.entries(lines)) {
    test(`${prefix} gives ${JSON.stringify(text)}`, () => assert.equal(expanded(prefix), text));
  }

  test('all are tested here', () => {
    const tested = ['tgik-episode', 'tgik-video', ...Object.keys(lines)];
    assert.deepEqual(snippets.map(([, { prefix }]) => prefix).sort(), tested.sort());
  });
});
