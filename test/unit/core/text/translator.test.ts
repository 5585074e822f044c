import assert from 'node:assert/strict';
import fc from 'fast-check';
import { translator } from '../../../../src/core/text/translator.js';

const say = translator({
  'Use {0}': '{0} nehmen',
  'Use {0}, the link’s': 'das des Links nehmen, {0}',
  'There is no “{0}” in {1}.': 'In {1} gibt es kein „{0}“.',
  'This is dead: {0}.': 'Das ist tot: {0}.',
  'it answers {0}': 'es antwortet {0}',
  'it was not asked: {0}': 'es wurde nicht gefragt: {0}',
});

suite('a sentence in another language', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['what it is filled with may change places', 'There is no “a” in b.md.', 'In b.md gibt es kein „a“.'],
    ['the longest that fits counts', 'Use x, the link’s', 'das des Links nehmen, x'],
    ['a clause in it is said too', 'This is dead: it answers 404.', 'Das ist tot: es antwortet 404.'],
    [
      'and a clause in that',
      'This is dead: it was not asked: it answers 429.',
      'Das ist tot: es wurde nicht gefragt: es antwortet 429.',
    ],
    ['words in quotes are the author’s', 'There is no “it answers 404” in b.', 'In b gibt es kein „it answers 404“.'],
    ['placeholders in them too', 'There is no “{1}” in {0}.', 'In {0} gibt es kein „{1}“.'],
    ['lines may break in them', 'Use a\nb', 'a\nb nehmen'],
    ['nothing may stand in them', 'Use ', ' nehmen'],
    ['what is not known is given back', 'Quite another.', 'Quite another.'],
  ];
  for (const [name, english, expected] of cases) test(name, () => assert.equal(say(english), expected));

  test('whatever it is filled with', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^[^”]*$/), (file, words) => {
        assert.equal(say(`There is no “${words}” in ${file}.`), `In ${file} gibt es kein „${words}“.`);
      }),
    ));
});
