import assert from 'node:assert/strict';
// @ts-expect-error a script has no types
import { withShortTypes } from '../../scripts/shortTypes.mjs';

suite('short names of tokens', () => {
  test('are the same wherever a token is told by its name', () =>
    assert.equal(
      withShortTypes(
        'e.enter("listItemPrefix"),e.exit("chunkText");h={listItemPrefix:a,listItem:b};t.type==="chunkText"',
      ),
      'e.enter("t$0"),e.exit("t$1");h={t$0:a,listItem:b};t.type==="t$1"',
    ));

  test('are given to no name that notes know, and to none of one word', () => {
    const code = 'e.enter("thematicBreak"),e.enter("paragraph"),e.enter("codeText"),k="thematicBreak"';
    assert.equal(withShortTypes(code), code.replace('codeText', 't$0'));
  });

  test('are told of where the bundle has one already', () =>
    assert.throws(() => withShortTypes('at$=1,e.enter("codeText")'), /t\$/));
});
