import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { carryInto } from '../../../../src/core/newEpisode/carryInto.js';
import type { NewEpisodeChoices } from '../../../../src/core/newEpisode/choices.js';
import { planNewEpisode } from '../../../../src/core/newEpisode/planNewEpisode.js';
import type { OutlineItem } from '../../../../src/core/outline/outline.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { slice } from '../../../../src/core/text/span.js';
import { archiveOf } from '../../../support/archiveOf.js';
import { randomBullets, randomStyle, writeNote } from '../../../support/randomOutline.js';

/** What stands under Show Notes, and the bytes it stands in. */
function outlineOf(text: string): { items: readonly OutlineItem[]; body: string } {
  const { outline, sections, syntax } = parseEpisode(text, TGIK);
  const section = sections.find(({ kind }) => kind === 'notes') ?? assert.fail('no Show Notes');
  return {
    items: outline.find(({ label }) => label === 'Show Notes')?.children ?? [],
    body: slice(syntax.text, section.body),
  };
}

function make(source: string, choices: NewEpisodeChoices): string {
  const plan = planNewEpisode(archiveOf({ 42: source }), { stamp: false, ...choices }, '2020-02-03');
  return plan.kind === 'plan' ? (plan.files[0]?.after ?? '') : assert.fail(plan.message);
}

interface Kept {
  readonly label: string;
  readonly checked: boolean | null;
  readonly children: readonly Kept[];
}

const isOpen = ({ checked, children }: OutlineItem): boolean => checked === false || children.some(isOpen);

/** Open tasks and what stands above them; nothing else. */
const openOnly = (items: readonly OutlineItem[]): Kept[] =>
  items.filter(isOpen).map(({ label, checked, children }) => ({ label, checked, children: openOnly(children) }));

/** Tasks, and plain bullets above tasks. */
const withTasks = (items: readonly OutlineItem[]): Kept[] =>
  items
    .map(({ label, checked, children }) => ({ label, checked, children: withTasks(children) }))
    .filter(({ checked, children }) => checked !== null || children.length > 0);

const hasTask = (items: readonly OutlineItem[]): boolean =>
  items.some(({ checked, children }) => checked !== null || hasTask(children));

const random = fc
  .tuple(randomBullets, randomStyle)
  .map(([bullets, style]) => writeNote(bullets, style))
  .filter((note) => hasTask(outlineOf(note).items));

const RUNS = { numRuns: 40 };

suite('Carry-over of any outline', function () {
  this.timeout(30_000);
  test('coverage keeps all, byte for byte', () =>
    fc.assert(
      fc.property(random, (source) => {
        const [made, own] = [outlineOf(make(source, {})), outlineOf(source)];
        assert.ok(made.body.startsWith(own.body));
        // what follows the outline in the new note parts itself from it by a line end
        assert.equal(made.body.trimEnd(), own.body.trimEnd());
      }),
      RUNS,
    ));

  test('fresh keeps all, unticked', () =>
    fc.assert(
      fc.property(random, (source) => {
        const untick = (items: readonly Kept[]): Kept[] =>
          items.map(({ label, checked, children }) => ({
            label,
            checked: checked === null ? null : false,
            children: untick(children),
          }));
        const shape = (items: readonly OutlineItem[]): Kept[] =>
          items.map(({ label, checked, children }) => ({ label, checked, children: shape(children) }));
        assert.deepEqual(
          shape(outlineOf(make(source, { carry: 'fresh' })).items),
          untick(shape(outlineOf(source).items)),
        );
      }),
      RUNS,
    ));

  test('open keeps exactly the open tasks and what stands above them', () =>
    fc.assert(
      fc.property(random, (source) => {
        const { items } = outlineOf(make(source, { carry: 'open' }));
        assert.deepEqual(withTasks(items), openOnly(outlineOf(source).items));
      }),
      RUNS,
    ));

  test('carrying the same outline into the note made of it changes nothing more', () =>
    fc.assert(
      fc.property(random, fc.constantFrom('coverage', 'fresh'), (source, carry) => {
        const made = make(source, { carry });
        assert.equal(carryInto(made, parseEpisode(source, TGIK), TGIK).text, made);
      }),
      RUNS,
    ));

  test('line ends, byte order mark and the source itself stay', () =>
    fc.assert(
      fc.property(random, fc.constantFrom('coverage', 'open', 'fresh', 'none'), (source, carry) => {
        const archive = archiveOf({ 42: source });
        const plan = planNewEpisode(archive, { carry }, '2020-02-03');
        const files = plan.kind === 'plan' ? plan.files : assert.fail(plan.message);
        assert.deepEqual(
          files.map(({ path }) => path),
          ['episodes/043/README.md'],
        );
        assert.equal(archive.notes.get('episodes/042/README.md')?.syntax.text, source);
        const made = files[0]?.after ?? '';
        assert.equal(made.startsWith('\uFEFF'), source.startsWith('\uFEFF'));
        assert.equal(/\r\n/.test(made), /\r\n/.test(source));
        assert.equal(/(?<!\r)\n/.test(made), /(?<!\r)\n/.test(source));
      }),
      RUNS,
    ));
});
