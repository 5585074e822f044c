import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { parseEpisode } from '../../../src/core/episode/parseEpisode.js';
import { packSyntax, unpackSyntax } from '../../../src/core/markdown/packedSyntax.js';
import { quickMarkdown } from '../../../src/core/markdown/quick/quickMarkdown.js';
import type { NoteSyntax } from '../../../src/core/markdown/syntax.js';
import { TGIK } from '../../../src/core/show/show.js';
import { Episodes } from '../../../src/extension/adapters/episodes.js';
import { makeNote } from '../../bench/note.js';

/** A document whose text is typed here. */
class TypedDocument {
  version = 1;
  constructor(public text: string) {}
  readonly getText = (): string => this.text;
  type(text: string): void {
    this.text = text;
    this.version += 1;
  }
}

const asDocument = (document: TypedDocument): vscode.TextDocument => document as unknown as vscode.TextDocument;

suite('the reading of open notes', () => {
  const long = makeNote(40_000);

  /** Long notes are read elsewhere: how often, and not before they are let go. */
  function elsewhere() {
    const asked: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const readSyntax = async (_: unknown, text: string): Promise<NoteSyntax> => {
      asked.push(text);
      await held;
      return unpackSyntax(text, packSyntax(quickMarkdown(text)));
    };
    return { episodes: new Episodes({ isLittle: (text) => text.length < 10_000, readSyntax }), asked, letGo };
  }

  test('reads a short one here', async () => {
    const { episodes, asked } = elsewhere();
    const document = asDocument(new TypedDocument('# Episode 7 : A : b\n'));
    assert.equal((await episodes.read(document, TGIK)).title?.number?.value, 7);
    assert.deepEqual(asked, []);
  });

  test('reads a long one elsewhere, once for all who ask', async () => {
    const { episodes, asked, letGo } = elsewhere();
    const document = asDocument(new TypedDocument(long));
    const reading = [episodes.read(document, TGIK), episodes.read(document, TGIK)];
    letGo();
    const [episode, same] = await Promise.all(reading);
    assert.deepEqual(asked, [long]);
    assert.equal(episode, same);
    assert.equal(episodes.of(document, TGIK), episode);
    const whole = parseEpisode(long);
    assert.equal(JSON.stringify(episode?.outline), JSON.stringify(whole.outline));
    assert.deepEqual(episode?.links, whole.links);
    assert.deepEqual(episode?.syntax.blocks, whole.syntax.blocks);
  });

  test('reads what was typed meanwhile from it', async () => {
    const { episodes, asked, letGo } = elsewhere();
    const typed = new TypedDocument(long);
    const reading = episodes.read(asDocument(typed), TGIK);
    const at = long.indexOf('] topic 3') + 2;
    typed.type(`${long.slice(0, at)}new ${long.slice(at)}`);
    letGo();
    const episode = await reading;
    assert.equal(episode.syntax.text, typed.text);
    assert.deepEqual(episode.syntax.blocks, parseEpisode(typed.text).syntax.blocks);
    assert.deepEqual(asked, [long]);
  });

  test('has it at once where somebody cannot wait', async () => {
    const { episodes, letGo } = elsewhere();
    const document = asDocument(new TypedDocument(long));
    const reading = episodes.read(document, TGIK);
    const episode = episodes.of(document, TGIK);
    letGo();
    assert.equal(await reading, episode);
  });
});

suite('a packed syntax', () => {
  for (const [what, text] of Object.entries({
    'in parts': '\uFEFF# A 😀\r\n\r\n- [ ] b\r\n\r\n## C\r\n\r\n[d](e) \uD800\r\n',
    'in parts, with definitions': '# A\n\n[b]\n\n## C\n\n[b]: https://c.io\n',
    'of nothing': '',
  }))
    test(`is what it was, ${what}`, () => {
      const syntax = quickMarkdown(text);
      const packed = packSyntax(syntax);
      const unpacked = unpackSyntax(text, JSON.parse(JSON.stringify(packed)));
      assert.deepEqual(unpacked.blocks, syntax.blocks);
      assert.equal(unpacked.parts?.map(({ note }) => note.text).join('') ?? text, text);
      assert.equal(packed.cut, what.startsWith('in parts'));
    });
});
