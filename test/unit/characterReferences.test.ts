import assert from 'node:assert/strict';
import { characterEntities } from 'character-entities';
import * as fc from 'fast-check';
import { decodeNamedCharacterReference } from '../../src/core/markdown/namedCharacterReference.js';
import { emojiOf } from '../../src/core/markdown/shortcodes.js';

suite('names of characters', () => {
  test('the bundled decoder gives what the replaced one gives for every name of HTML', () => {
    for (const [name, text] of Object.entries(characterEntities))
      assert.equal(decodeNamedCharacterReference(name), text, name);
  });

  test('and false for all that is no name', () => {
    for (const name of ['', 'ampx', 'AMPERSAND', 'notanentity', '#38'])
      assert.equal(decodeNamedCharacterReference(name), Object.hasOwn(characterEntities, name) && '', name);
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{1,31}$/), (name) => {
        assert.equal(decodeNamedCharacterReference(name), (characterEntities as Record<string, string>)[name] ?? false);
      }),
    );
  });

  test('shortcodes: every name of an emoji, and nothing else', () => {
    assert.equal(emojiOf('tada'), '🎉');
    assert.equal(emojiOf('+1'), '👍');
    assert.equal(emojiOf('thumbsup'), '👍');
    assert.equal(emojiOf('100'), '💯');
    assert.equal(emojiOf('toString'), undefined);
    assert.equal(emojiOf('no_such'), undefined);
  });
});
