import assert from 'node:assert/strict';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { planNewEpisode, suggestNewEpisode } from '../../../../src/core/newEpisode/planNewEpisode.js';
import { dayNumber, fromDayNumber } from '../../../../src/core/text/dates.js';
import { slice } from '../../../../src/core/text/span.js';
import { archiveOf } from '../../../support/archiveOf.js';
import { readSeed, sharedFolder } from '../../../support/shared.js';

/** From the first item to the last, as lines, blank ones between them included. */
function outlineLines(text: string): string[] {
  const { sections, syntax } = parseEpisode(text);
  const notes = sections.find(({ kind }) => kind === 'notes') ?? assert.fail('no outline');
  return slice(syntax.text, notes.body)
    .replace(/^\n+|\n+\s*$/g, '')
    .split('\n');
}

/** How many lines two texts have in common, in their order. */
function commonLines(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const line of a) {
    let last = 0;
    let corner = 0;
    row = row.map((above, at) => {
      last = line === b[at] ? corner + 1 : Math.max(above, last);
      corner = above;
      return last;
    });
  }
  return row.at(-1) ?? 0;
}

const unstamped = (line: string): string => line.replace(/ tgik\.io\/\d+$/, '');

/** Source, the author's next note, and how many of the carried lines stand in it. */
const PAIRS = [
  ['086', '090', 52, 60],
  ['090', '093', 52, 64],
  ['093', '096', 95, 104],
  ['096', '099', 100, 107],
] as const;

suite('Carry-over against what the author of the seeds really did', () => {
  for (const [from, next, kept, carried] of PAIRS) {
    test(`${from} → ${next}: at least ${kept} of ${carried} lines are already there, and the suggestions are the author’s`, function () {
      const seeds = sharedFolder('seeds');
      if (!seeds) this.skip();
      const author = readSeed(seeds, next);
      const { title, date } = parseEpisode(author);
      const known = PAIRS.map(([number]) => number).filter((number) => number <= from);
      const archive = archiveOf({
        ...Object.fromEntries(known.map((number) => [Number(number), readSeed(seeds, number)])),
        [Number(next) - 1]: '# Another topic',
      });
      const monday = fromDayNumber(dayNumber(date?.iso ?? '') - 4);
      const suggested = suggestNewEpisode(archive, monday);
      assert.deepEqual(
        [suggested.from?.number, suggested.number, suggested.title, suggested.date],
        [Number(from), Number(next), title?.text, date?.iso],
      );
      const made = (stamp: boolean): string[] => {
        const plan = planNewEpisode(archive, { stamp }, monday);
        return plan.kind === 'plan' ? outlineLines(plan.files[0]?.after ?? '') : assert.fail(plan.message);
      };
      const source = outlineLines(readSeed(seeds, from));
      assert.deepEqual(made(false), source);
      assert.deepEqual(made(true).map(unstamped), source.map(unstamped));
      assert.equal(source.length, carried);
      const theirs = outlineLines(author);
      const there = [commonLines(made(false), theirs), commonLines(made(true).map(unstamped), theirs.map(unstamped))];
      assert.ok(Math.min(...there) >= kept, `${there} of ${carried}`);
    });
  }
});
