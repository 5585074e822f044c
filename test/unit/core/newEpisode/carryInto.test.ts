import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { carryInto } from '../../../../src/core/newEpisode/carryInto.js';
import { walkOutline } from '../../../../src/core/outline/progress.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { randomBullets, randomStyle, writeNote } from '../../../support/randomOutline.js';

const note = (...lines: string[]): string => ['# Episode 2 : T', '', '## Show Notes', '', ...lines, ''].join('\n');
const carry = (target: string, source: string) => carryInto(target, parseEpisode(source, TGIK), TGIK);

suite('Carry Over Outline', () => {
  const source = note('- [x] a tgik.io/001', '    - [x] a1', '    - [ ] a2', '        - note', '- [ ] b', '- [ ] c');

  test('adds what is missing behind what it follows, and keeps the note’s own states', () => {
    const { text, added } = carry(note('- [ ] a', '    - [ ] a1', '    - [x] mine', '- [x] c'), source);
    assert.equal(
      text,
      note('- [ ] a', '    - [ ] a1', '    - [ ] a2', '        - note', '    - [x] mine', '- [ ] b', '- [x] c'),
    );
    assert.equal(added, 3);
  });
  test('twice is once', () => {
    const once = carry(note('- [ ] c'), source).text;
    assert.deepEqual(carry(once, source), { text: once, added: 0, left: [] });
  });
  test('the same words below another parent are something else', () => {
    const { text } = carry(note('- [ ] b', '    - [ ] a1'), note('- [ ] a', '    - [ ] a1', '- [ ] b'));
    assert.equal(text, note('- [ ] a', '    - [ ] a1', '- [ ] b', '    - [ ] a1'));
  });
  test('news and chapters stay where they are', () => {
    const target = '# E\n\n## Week in Review\n\n## Show Notes\n\n- [ ] x\n';
    const { text } = carry(target, '# E\n\n## Week in Review\n\n- [old](https://a.b)\n\n## Show Notes\n\n- [ ] y\n');
    assert.equal(text, `${target}- [ ] y\n`);
  });
  test('a note without the section gets it', () =>
    assert.equal(carry('# E\r\n', note('- [ ] a')).text, '# E\r\n\r\n## Show Notes\r\n\r\n- [ ] a\r\n'));

  test('definitions go along, each once, and items that refer to them are not doubled', () => {
    const from = `${note('- [ ] a [docs][d]', '- [ ] b')}\n[d]: https://d.dev\n[unused]: https://u.dev\n`;
    const once = carry(note('- [ ] b'), from).text;
    assert.equal(once, `${note('- [ ] a [docs][d]', '- [ ] b')}\n[d]: https://d.dev\n`);
    assert.deepEqual(carry(once, from), { text: once, added: 0, left: [] });
    const undefinedHere = note('- [ ] a [docs][d]', '- [ ] b');
    assert.equal(carry(undefinedHere, from).text, undefinedHere);
  });

  test('whatever the two hold: nothing is lost or doubled, and twice changes nothing more', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(randomBullets, randomBullets, randomStyle, randomStyle, (ours, theirs, style, other) => {
        const [target, from] = [writeNote(ours, style), writeNote(theirs, other)];
        const { text, left } = carry(target, from);
        const again = carry(text, from);
        assert.equal(again.text, text);
        const count = (of: string): Map<string, number> => {
          const labels = new Map<string, number>();
          for (const { label } of walkOutline(parseEpisode(of, TGIK).outline))
            labels.set(label, (labels.get(label) ?? 0) + 1);
          return labels;
        };
        const [had, has] = [count(target), count(text)];
        for (const [label, times] of had) assert.ok((has.get(label) ?? 0) >= times, label);
        if (left.length === 0)
          for (const { label, checked } of walkOutline(parseEpisode(from, TGIK).outline))
            if (checked !== null) assert.ok(has.has(label), `${label} is missing`);
      }),
      { numRuns: 40 },
    );
  });
});
