import assert from 'node:assert/strict';
import fs from 'node:fs';
import { manifestIn, stringsIn } from '../support/manifest.js';

/** Properties of the manifest that people read. */
const SHOWN =
  /^(displayName|description|title|name|label|contents|markdownDescription|enumDescriptions|patternErrorMessage|contextualTitle|category|altText)$/;
const NAMES = ['TGIK'];

interface Place {
  readonly path: string;
  readonly text: string;
}

function* shownStrings(value: unknown, path = '', shown = false): Generator<Place> {
  if (typeof value === 'string' && shown) yield { path, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value))
    yield* shownStrings(one, `${path}.${key}`, SHOWN.test(key) || (shown && Array.isArray(value)));
}

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const { name: _id, ...described } = manifest;
const english = stringsIn('en');
const german = stringsIn('de');
const places = [...shownStrings(described)];

/** What a translation keeps: placeholders, code, commands and line breaks. */
const kept = (text: string): string[] => (text.match(/\{\w+\}|`[^`]*`|\]\([^)]*\)|\n/g) ?? []).sort();

suite('the manifest’s strings', () => {
  test('stand in package.nls.json, every one', () => {
    assert.ok(places.length > 150, `${places.length} places`);
    assert.deepEqual(
      places.filter(({ text }) => !/^%[\w.-]+%$/.test(text) && !NAMES.includes(text)),
      [],
    );
  });

  test('are all there in English and German, and all used', () => {
    const used = new Set(
      JSON.stringify(manifest)
        .match(/(?<=")%[\w.-]+%(?=")/g)
        ?.map((key) => key.slice(1, -1)),
    );
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
    assert.deepEqual(Object.keys(german), Object.keys(english));
  });

  test('keep in German their placeholders, code and commands', () => {
    for (const [key, text] of Object.entries(english)) {
      assert.notEqual(german[key]?.trim() ?? '', '', key);
      assert.deepEqual(kept(german[key] ?? ''), kept(text), key);
    }
  });

  test('are really German', () => {
    const same = Object.keys(english).filter((key) => english[key] === german[key]);
    assert.deepEqual(same, ['view.links', 'settings.links']);
  });

  test('leave no key on the screen', () => {
    for (const language of ['en', 'de'] as const)
      assert.doesNotMatch(JSON.stringify(manifestIn(language)), /"%[\w.-]+%"/);
  });
});
