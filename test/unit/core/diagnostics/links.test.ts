import { checkProblems } from '../../../support/checkRule.js';

/** Each text with what is found in it, as `code: underlined`. */
function suiteOf(name: string, table: readonly (readonly [text: string, ...expected: string[]])[]): void {
  suite(name, () => {
    for (const [text, ...expected] of table) test(JSON.stringify(text), () => checkProblems(text, expected));
  });
}

suiteOf('links that lost a bracket', [
  ['- [the news(https://a.io/x)', 'link.missing-bracket: [the news(https://a.io/x)'],
  ['- [the news (https://a.io/x)', 'link.missing-bracket: [the news (https://a.io/x)'],
  ['- ![a picture(https://a.io/x.png)', 'link.missing-bracket: ![a picture(https://a.io/x.png)'],
  ['- [the `api` news(https://a.io/x)', 'link.missing-bracket: [the `api` news(https://a.io/x)'],
  ['- [x] [the news(https://a.io/x)', 'link.missing-bracket: [the news(https://a.io/x)'],
  ['- Notes(https://a.io/x) and more', 'link.missing-bracket: Notes(https://a.io/x)'],
  ['- Notes(www.a.io/x)', 'link.missing-bracket: Notes(www.a.io/x)'],
  ['- **Notes**(https://a.io/x)', 'link.missing-bracket: **Notes**(https://a.io/x)'],
  ['- `kubectl`(https://a.io/x)', 'link.missing-bracket: `kubectl`(https://a.io/x)'],
  ['- Über(https://a.io/x)', 'link.missing-bracket: Über(https://a.io/x)'],
  ['- Foo(https://a.io/Foo_(bar))', 'link.missing-bracket: Foo(https://a.io/Foo_(bar))'],
  ['- (how to)(https://a.io/x)', 'link.missing-bracket: (how to)(https://a.io/x)'],
  ['- [news](https://a.io/x', 'link.missing-bracket: [news](https://a.io/x'],
  ['- [news](https://a.io/x and more', 'link.missing-bracket: [news](https://a.io/x'],
  ['- news](https://a.io/x)', 'link.missing-bracket: ](https://a.io/x)'],
  ['- [news] (https://a.io/x)', 'link.missing-bracket: [news] (https://a.io/x)'],
  ['- [news]https://a.io/x)', 'link.missing-bracket: [news]https://a.io/x)'],
  ['| a | [news(https://a.io/x) |\n|---|---|\n| 1 | 2 |', 'link.missing-bracket: [news(https://a.io/x)'],
  ['> - [news(https://a.io/x)', 'link.missing-bracket: [news(https://a.io/x)'],
  ['- [news(https://a.io/x)\r\n- [b](https://b.io)', 'link.missing-bracket: [news(https://a.io/x)'],
  ['- 🎉 [news(https://a.io/x)', 'link.missing-bracket: [news(https://a.io/x)'],
]);

suiteOf('second targets', [
  ['- [a](https://a.io)(https://b.io)(https://c.io)', 'link.doubled-target: (https://b.io)'],
  ['- ![a](x.png)(https://b.io)', 'link.doubled-target: (https://b.io)'],
  ['- [a](https://a.io)(slides) [a](https://a.io) (https://b.io) (https://a.io)(https://b.io)'],
]);

suiteOf('links that have all their brackets', [
  ['- [brackets [in] text](https://a.io/x)'],
  ['- [a] b [c](https://a.io/x)'],
  ['- [two lines\n](https://a.io/x)'],
  ['- [two\n  lines](https://a.io/x)'],
  ['- an aside (https://a.io/x), one more (see https://a.io/x) and (https://a.io/x)'],
  ['- ([news](https://a.io/x))'],
  ['- [see (https://a.io/x) there]'],
  ['- [see https://a.io/x]'],
  ['- "quoted" (https://a.io/x) and "quoted"'],
  ['- [ ] (https://a.io/x)\n- [x] https://a.io/x\n- [X](https://a.io/x)'],
  ['- [TOC]\n\n> [!NOTE]\n> (https://a.io/x)'],
  ['- as in [1] (https://a.io/x), [Miller 2019] (https://a.io/x) and [RFC 2119] (https://a.io/x)'],
  ['- [1]: https is a word'],
  ['- \\[no link\\](https://a.io/x)'],
  ['- `[news(https://a.io/x)` and `Notes(https://a.io/x)`'],
  ['```\n[news(https://a.io/x)\n```\n\n    [news(https://a.io/x)'],
  ['<!-- [news(https://a.io/x) -->'],
  ['- [![picture](https://a.io/x.png)](https://a.io/x)'],
  ['- 日本語(https://a.io/x)'],
  ['- [a](https://a.io/x)[b](https://a.io/y), [a](https://a.io/x) [b](https://a.io/y)'],
  ['- [a](https://a.io/Foo_(bar)) and https://a.io/Foo_(bar)'],
  ['- [a](https://a.io/x "title (https://a.io)")'],
  ['- [a][b] and [b]\n\n[b]: https://a.io/x'],
  ['- <https://a.io/x>(https://a.io/y)'],
]);

suiteOf('URLs that are malformed', [
  ['- [a](htps://a.io/x)', 'link.malformed-url: htps://a.io/x'],
  ['- [a](ttps://a.io/x)', 'link.malformed-url: ttps://a.io/x'],
  ['- [a](hhttps://a.io/x)', 'link.malformed-url: hhttps://a.io/x'],
  ['- [a](httsp://a.io/x)', 'link.malformed-url: httsp://a.io/x'],
  ['- [a](https:/a.io/x)', 'link.malformed-url: https:/a.io/x'],
  ['- [a](https//a.io/x)', 'link.malformed-url: https//a.io/x'],
  ['- [a](https:a.io/x)', 'link.malformed-url: https:a.io/x'],
  ['- [a](https;//a.io/x)', 'link.malformed-url: https;//a.io/x'],
  ['- [a](https:///a.io/x)', 'link.malformed-url: https:///a.io/x'],
  ['- [a](https://)', 'link.malformed-url: https://'],
  ['- [a](https://http://a.io/x)', 'link.malformed-url: https://http://a.io/x'],
  ['- [a](https://a..io/x)', 'link.malformed-url: https://a..io/x'],
  ['- [a](https://a,io/x)', 'link.malformed-url: https://a,io/x'],
  ['- [a](https://a.io/x y)', 'link.malformed-url: [a](https://a.io/x y)'],
  ['- [a](<https://a.io/x y>)', 'link.malformed-url: https://a.io/x y'],
  ['- [a]((https://a.io/x))', 'link.malformed-url: (https://a.io/x)'],
  ['- [a]((https://a.io/x)', 'link.malformed-url: [a]((https://a.io/x)'],
  ['- [a]("https://a.io/x")', 'link.malformed-url: "https://a.io/x"'],
  ['# T\n\n## S\n\n<a href="https//a.io/x\n">a</a>', 'link.malformed-url: https//a.io/x'],
  ['[a]: https//a.io/x', 'link.malformed-url: https//a.io/x'],
  ['- https:/a.io/x.', 'link.malformed-url: https:/a.io/x'],
  ['- https://https://a.io/x', 'link.malformed-url: https://https://a.io/x'],
  ['# T\n\n## S\n\n- https://youtu.be/', 'link.malformed-url: https://youtu.be/'],
  ['# T\n\n## S\n\n- https://youtu.be/abc', 'link.malformed-url: https://youtu.be/abc'],
]);

suiteOf('URLs that only look malformed', [
  ['- [a](https://a.io/https-engineering) [b](https://a.io/x?u=https://b.io#https://c.io)'],
  ['- https://web.archive.org/web/2019/https://a.io and https://web.archive.org/web/http://a.io'],
  ['- https://https.example.com [a](http://https-everywhere.org)'],
  ['- [a](ftp://a.io/x) [b](ssh://a.io) [c](git://a.io/x) [d](vscode://file/x) [e](slack://x) [f](tel:123)'],
  ['- https://a.io/? and https://a.io/x.md). or https://a.io/x,'],
  ['- [a](http://localhost:8080/x) [b](http://10.0.0.1) [c](http://[::1]:80/x) [d](https://user:pw@a.io:8443/x)'],
  ['- [a](http://go/link) [b](https://bücher.example/x) [c](https://my_host.a.io)'],
  ['- `https://<node>:<port>` and https://<node>/x'],
  ['- HTTP/1.1, http/https, https:// and and/or, host:port'],
  [
    '# T\n\n## S\n\n- https://www.youtube.com/watch?list=PL1 https://www.youtube.com/c/x https://youtube.com/live/abcdefghijk',
  ],
  [
    '# T\n\n## S\n\n- https://www.youtube.com/watch?v=abcdefghijk&t=1s https://youtu.be/abcdefghijk?t=3 https://youtube.com',
  ],
]);

suiteOf('domains read as files', [
  ['- [a](a.io)', 'link.missing-scheme: a.io'],
  ['- [a](docs.a.dev/x/y.html#z)', 'link.missing-scheme: docs.a.dev/x/y.html#z'],
  ['- [a](www.a.example)', 'link.missing-scheme: www.a.example'],
  ['- [a](github.com/a/b)', 'link.missing-scheme: github.com/a/b'],
  ['- [a](tgik.io/12)', 'link.missing-scheme: tgik.io/12'],
  ['- ![a](i.imgur.com/x.png)', 'link.missing-scheme: i.imgur.com/x.png'],
  ['- [a](brew.sh/x)', 'link.missing-scheme: brew.sh/x'],
  ['- [a](README.md) [b](notes.txt) [c](./x.io) [d](../a.io) [e](images/a.com/b.png) [f](main.go) [g](install.sh)'],
  ['- [a](deck.key) [b](talk.mov) [c](setup.py) [d](v1.2.zip) [e](a.yaml) [f](1.17) [h](?a.io) [i](/a.io)'],
  ['- [a](mailto:a@b.io) [b](//a.io/x) a.io and tgik.io/001'],
]);

suiteOf('references', [
  [
    'See [the docs][docs], [the docs][] and ![pic][p].',
    'link.missing-definition: [the docs][docs]',
    'link.missing-definition: [the docs][]',
    'link.missing-definition: [pic][p]',
  ],
  ['- [x] a\n- [ ] b\n- c [K] [TOC] a[0][1] [1][2] [^1][note]\n- `[a b][c]`'],
  ['> [!NOTE]\n> [!TIP][x]'],
  ['\\[the docs\\][docs] [the docs][Docs]\n\n[docs]: https://a.io'],
  ['```\n[the docs][docs]\n```'],
]);
